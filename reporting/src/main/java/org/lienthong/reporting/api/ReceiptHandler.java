package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.reporting.receipts.ReceiptQuery;
import org.lienthong.reporting.receipts.ReceiptView;

/** Tells what became of events. */
final class ReceiptHandler {

    private final ReceiptQuery receipts;
    private final DossierCodes codes;

    ReceiptHandler(DataSource database) {
        this.receipts = new ReceiptQuery(database);
        this.codes = new DossierCodes(new DossierQuery(database));
    }

    record DossierReceipts(String code, List<ReceiptView> receipts) {}

    record EventReceipts(String eventId, List<ReceiptView> receipts) {}

    /**
     * {@code /v1/dossiers/{code}/receipts}. Where every event of a dossier was refused there is no record of it, yet
     * there are receipts.
     */
    void ofDossier(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of());
        String asked = Parameters.code("code", request.pathParam("code"));
        Optional<String> known = codes.find(asked);
        String code = known.orElse(asked);
        List<ReceiptView> found = receipts.ofDossier(code);
        if (found.isEmpty() && known.isEmpty()) {
            throw DossierCodes.notFound(asked);
        }
        request.json(new DossierReceipts(code, found));
    }

    /** {@code /v1/receipts/{eventId}} */
    void byPath(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of());
        answer(request, request.pathParam("eventId"));
    }

    /** {@code /v1/receipts?eventId=}: for ids with a slash, which some proxies refuse in a path. */
    void byQuery(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of("eventId"));
        answer(request, request.queryParam("eventId"));
    }

    private void answer(Context request, @Nullable String text) throws SQLException, ProblemException {
        String id = Parameters.code("eventId", text);
        List<ReceiptView> found = receipts.ofEvent(id);
        if (found.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.RECEIPT_NOT_FOUND,
                    "Chưa có biên nhận cho sự kiện \"" + id + "\"; kiểm tra mã, hoặc xem lại sau ít phút nếu vừa gửi.",
                    "There is no receipt for the event \"" + id
                            + "\" yet; check the id, or ask again in a few minutes if it was just sent.");
        }
        request.json(new EventReceipts(id, found));
    }
}

package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.lienthong.reporting.ledger.LedgerLine;
import org.lienthong.reporting.ledger.LedgerQuery;
import org.lienthong.reporting.permits.WaitingPermit;
import org.lienthong.reporting.permits.WaitingPermitQuery;
import org.lienthong.reporting.quality.AgencyQuality;
import org.lienthong.reporting.quality.QualityQuery;

/** How the exchange of data goes: its quality per agency, its ledger, and the permits that wait for their dossier. */
final class ExchangeHandler {

    private static final int FEW_PERMITS = 100;
    private static final int MOST_PERMITS = 1_000;

    private final QualityQuery quality;
    private final LedgerQuery ledger;
    private final WaitingPermitQuery permits;

    ExchangeHandler(DataSource database) {
        this.quality = new QualityQuery(database);
        this.ledger = new LedgerQuery(database);
        this.permits = new WaitingPermitQuery(database);
    }

    record Quality(List<AgencyQuality> agencies) {}

    /** @param balanced whether everything that was read has an outcome */
    record Ledger(boolean balanced, List<LedgerLine> partitions) {}

    /** @param total how many there are, of which the first are listed */
    record WaitingPermits(long total, List<WaitingPermit> permits) {}

    /** {@code /v1/quality?agency=} */
    void quality(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of("agency"));
        if (request.queryParam("agency") == null) {
            request.json(new Quality(quality.all()));
            return;
        }
        String agency = Parameters.code("agency", request.queryParam("agency"));
        AgencyQuality found = quality.of(agency)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.AGENCY_NOT_FOUND,
                        "Không có cơ quan mang mã định danh \"" + agency + "\"; xem danh sách tại /v1/quality.",
                        "No agency has the identifier \"" + agency + "\"; see the list at /v1/quality."));
        request.json(new Quality(List.of(found)));
    }

    /** {@code /v1/ledger} */
    void ledger(Context request) throws SQLException, ProblemException {
        new Parameters(request, Set.of());
        List<LedgerLine> lines = ledger.lines();
        request.json(new Ledger(lines.stream().allMatch(line -> line.balance() == 0), lines));
    }

    /** {@code /v1/permits/waiting?limit=} */
    void waitingPermits(Context request) throws SQLException, ProblemException {
        int limit = new Parameters(request, Set.of("limit")).limit(FEW_PERMITS, MOST_PERMITS);
        request.json(new WaitingPermits(permits.count(), permits.longestWaiting(limit)));
    }
}

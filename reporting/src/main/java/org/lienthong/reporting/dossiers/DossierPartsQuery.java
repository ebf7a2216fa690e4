package org.lienthong.reporting.dossiers;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.dossiers.DossierView.Permit;
import org.lienthong.reporting.names.Named;
import org.lienthong.reporting.permits.PermitStatusRules;

/** Reads what hangs on dossiers: their permits, anomalies and claims. */
final class DossierPartsQuery {

    private static final String PERMITS = """
            SELECT p.*, a.name AS issuer_name
            FROM lienthong.permits p LEFT JOIN lienthong.agencies a ON a.id = p.issued_by
            WHERE p.dossier_code = ANY (?) ORDER BY p.permit_number
            """;
    private static final String ANOMALIES = """
            SELECT n.*, a.name AS agency_name
            FROM lienthong.anomalies n LEFT JOIN lienthong.agencies a ON a.id = n.agency_id
            WHERE n.dossier_code = ANY (?) ORDER BY n.position
            """;
    private static final String CLAIMS = """
            SELECT c.*, a.name AS agency_name
            FROM lienthong.claims c LEFT JOIN lienthong.agencies a ON a.id = c.agency_id
            WHERE c.dossier_code = ANY (?) ORDER BY c.field, c.agency_id
            """;
    /** Asked for open fields alone: a personal value does not even leave the database. */
    private static final String VALUES = """
            SELECT dossier_code, field, agency_id, value FROM lienthong_private.claim_values
            WHERE dossier_code = ANY (?) AND field = ANY (?)
            """;

    private final Reader reader;

    DossierPartsQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    Map<String, List<Permit>> permits(String[] codes, LocalDate today) throws SQLException {
        return byDossier(PERMITS, row -> permit(row, today), codes);
    }

    Map<String, List<AnomalyView>> anomalies(String[] codes) throws SQLException {
        return byDossier(ANOMALIES, DossierPartsQuery::anomaly, codes);
    }

    Map<String, List<ClaimView>> claims(String[] codes) throws SQLException {
        Map<String, List<ClaimView>> claims = byDossier(CLAIMS, DossierPartsQuery::claim, codes);
        Map<Place, String> values = openValues(codes, claims);
        claims.replaceAll((code, ofDossier) -> ofDossier.stream()
                .map(claim -> withValue(claim, values.get(place(code, claim))))
                .toList());
        return claims;
    }

    private Map<Place, String> openValues(String[] codes, Map<String, List<ClaimView>> claims) throws SQLException {
        String[] open = claims.values().stream()
                .flatMap(List::stream)
                .map(ClaimView::field)
                .filter(ClaimFieldRules::isOpen)
                .distinct()
                .toArray(String[]::new);
        Map<Place, String> values = new HashMap<>();
        if (open.length > 0) {
            reader.list(
                            VALUES,
                            row -> Map.entry(
                                    new Place(
                                            row.getString("dossier_code"),
                                            row.getString("field"),
                                            row.getString("agency_id")),
                                    row.getString("value")),
                            codes,
                            open)
                    .forEach(value -> values.put(value.getKey(), value.getValue()));
        }
        return values;
    }

    /** What tells claims apart. */
    private record Place(String dossier, String field, String agency) {}

    private static Place place(String dossier, ClaimView claim) {
        return new Place(dossier, claim.field(), claim.agency().code());
    }

    /** The parts of each dossier that has any, in the order of the rows. */
    private <T> Map<String, List<T>> byDossier(String sql, Reader.Row<T> part, String[] codes) throws SQLException {
        Map<String, List<T>> byDossier = new HashMap<>();
        reader.list(sql, row -> Map.entry(row.getString("dossier_code"), part.read(row)), (Object) codes)
                .forEach(found -> byDossier
                        .computeIfAbsent(found.getKey(), code -> new ArrayList<>())
                        .add(found.getValue()));
        return byDossier;
    }

    private static Permit permit(ResultSet row, LocalDate today) throws SQLException {
        String status = row.getString("status");
        LocalDate validUntil = Reader.date(row, "valid_until");
        LocalDate suspendedUntil = Reader.date(row, "suspended_until");
        return new Permit(
                row.getString("permit_number"),
                row.getString("kind"),
                Named.read(row, "issued_by", "issuer_name"),
                status,
                PermitStatusRules.on(status, validUntil, suspendedUntil, today),
                Reader.time(row, "issued_at"),
                Reader.date(row, "valid_from"),
                validUntil,
                Reader.time(row, "amended_at"),
                suspendedUntil,
                Reader.time(row, "ended_at"));
    }

    private static AnomalyView anomaly(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new AnomalyView(
                code,
                row.getString("event_id"),
                Named.read(row, "agency_id", "agency_name"),
                row.getString("detail"),
                AnomalyMessages.of(code));
    }

    private static ClaimView claim(ResultSet row) throws SQLException {
        return new ClaimView(
                row.getString("field"),
                null,
                requireNonNull(Named.read(row, "agency_id", "agency_name")),
                row.getString("source_system"),
                row.getString("event_id"),
                requireNonNull(Reader.time(row, "occurred_at")),
                row.getBoolean("conflict"));
    }

    private static ClaimView withValue(ClaimView claim, @Nullable String value) {
        return new ClaimView(
                claim.field(), value, claim.agency(), claim.system(), claim.eventId(), claim.at(), claim.conflict());
    }
}

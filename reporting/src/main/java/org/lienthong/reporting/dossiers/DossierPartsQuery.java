package org.lienthong.reporting.dossiers;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.dossiers.DossierView.Permit;
import org.lienthong.reporting.names.Named;
import org.lienthong.reporting.permits.PermitStatusRules;

/** Reads what hangs on a dossier: its permits, anomalies and claims. */
final class DossierPartsQuery {

    private static final String PERMITS = """
            SELECT p.*, a.name AS issuer_name
            FROM lienthong.permits p LEFT JOIN lienthong.agencies a ON a.id = p.issued_by
            WHERE p.dossier_code = ? ORDER BY p.permit_number
            """;
    private static final String ANOMALIES = """
            SELECT n.*, a.name AS agency_name
            FROM lienthong.anomalies n LEFT JOIN lienthong.agencies a ON a.id = n.agency_id
            WHERE n.dossier_code = ? ORDER BY n.position
            """;
    private static final String CLAIMS = """
            SELECT c.*, a.name AS agency_name
            FROM lienthong.claims c LEFT JOIN lienthong.agencies a ON a.id = c.agency_id
            WHERE c.dossier_code = ? ORDER BY c.field, c.agency_id
            """;
    /** Asked for open fields alone: a personal value does not even leave the database. */
    private static final String VALUES = """
            SELECT field, agency_id, value FROM lienthong_private.claim_values
            WHERE dossier_code = ? AND field = ANY (?)
            """;

    private final Reader reader;

    DossierPartsQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    List<Permit> permits(String code, LocalDate today) throws SQLException {
        return reader.list(PERMITS, row -> permit(row, today), code);
    }

    List<AnomalyView> anomalies(String code) throws SQLException {
        return reader.list(ANOMALIES, DossierPartsQuery::anomaly, code);
    }

    List<ClaimView> claims(String code) throws SQLException {
        List<ClaimView> claims = reader.list(CLAIMS, DossierPartsQuery::claim, code);
        Map<Place, String> values = openValues(code, claims);
        return claims.stream()
                .map(claim -> withValue(claim, values.get(place(claim))))
                .toList();
    }

    private Map<Place, String> openValues(String code, List<ClaimView> claims) throws SQLException {
        String[] open = claims.stream()
                .map(ClaimView::field)
                .filter(ClaimFieldRules::isOpen)
                .distinct()
                .toArray(String[]::new);
        Map<Place, String> values = new HashMap<>();
        if (open.length > 0) {
            reader.list(
                            VALUES,
                            row -> Map.entry(
                                    new Place(row.getString("field"), row.getString("agency_id")),
                                    row.getString("value")),
                            code,
                            open)
                    .forEach(value -> values.put(value.getKey(), value.getValue()));
        }
        return values;
    }

    /** What tells the claims on one dossier apart. */
    private record Place(String field, String agency) {}

    private static Place place(ClaimView claim) {
        return new Place(claim.field(), claim.agency().code());
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

package org.lienthong.reporting.dossiers;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.dossiers.DossierView.Permit;
import org.lienthong.reporting.dossiers.DossierView.Times;
import org.lienthong.reporting.names.Named;

/** Looks dossiers up. */
public final class DossierQuery {

    private static final String CODES = "SELECT code FROM lienthong.dossiers WHERE code = ?";
    /** The first condition lets the partial index answer. */
    private static final String CODES_OF_ALIAS =
            "SELECT code FROM lienthong.dossiers WHERE aliases <> '{}' AND aliases @> ARRAY[?]::text[] ORDER BY code LIMIT ?";

    private static final String DOSSIER = """
            SELECT d.*, p.name AS procedure_name, u.name AS unit_name,
                r.name AS receiving_name, h.name AS holder_name, i.name AS issuing_name
            FROM lienthong.dossiers d
                LEFT JOIN lienthong.procedures p ON p.code = d.procedure_code
                LEFT JOIN lienthong.units u ON u.code = d.unit_code
                    AND d.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
                LEFT JOIN lienthong.agencies r ON r.id = d.receiving_agency
                LEFT JOIN lienthong.agencies h ON h.id = d.holder_agency
                LEFT JOIN lienthong.agencies i ON i.id = d.issuing_agency
            WHERE d.code = ANY (?)
            """;
    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM lienthong.dossiers WHERE status IS NOT NULL) AS dossiers,
                   (SELECT count(*) FROM lienthong.permits) AS permits
            """;
    private static final int MOST_ALIASED = 10;

    private final Reader reader;
    private final DossierPartsQuery parts;

    public DossierQuery(DataSource database) {
        this.reader = new Reader(database);
        this.parts = new DossierPartsQuery(database);
    }

    /** Counted row by row, whatever the figures say. */
    public DossierCounts counts() throws SQLException {
        return reader.list(COUNTS, row -> new DossierCounts(row.getLong("dossiers"), row.getLong("permits")))
                .get(0);
    }

    /**
     * Codes of the dossiers that are known under this name: the dossier with this code, in capitals if need be, else
     * those that have it as an alias (at most ten).
     */
    public List<String> codes(String codeOrAlias) throws SQLException {
        for (String code : List.of(codeOrAlias, codeOrAlias.toUpperCase(Locale.ROOT))) {
            List<String> codes = reader.list(CODES, row -> row.getString("code"), code);
            if (!codes.isEmpty()) {
                return codes;
            }
        }
        return reader.list(CODES_OF_ALIAS, row -> row.getString("code"), codeOrAlias, MOST_ALIASED);
    }

    /** @param today the day on which permits are looked at */
    public Optional<DossierView> dossier(String code, LocalDate today) throws SQLException {
        return dossiers(List.of(code), today).stream().map(Numbered::dossier).findFirst();
    }

    /** @param change the number of its last change */
    public record Numbered(long change, DossierView dossier) {}

    /**
     * Those of the dossiers that are there, in no particular order. Where the number is still one that was known before
     * the call, everything that hangs on the dossier is as of that change too.
     *
     * @param today the day on which permits are looked at
     */
    public List<Numbered> dossiers(List<String> codes, LocalDate today) throws SQLException {
        String[] wanted = codes.toArray(String[]::new);
        Map<String, List<Permit>> permits = parts.permits(wanted, today);
        Map<String, List<AnomalyView>> anomalies = parts.anomalies(wanted);
        Map<String, List<ClaimView>> claims = parts.claims(wanted);
        return reader.list(
                DOSSIER,
                row -> {
                    String code = row.getString("code");
                    return new Numbered(
                            row.getLong("changed_seq"),
                            dossier(
                                    row,
                                    permits.getOrDefault(code, List.of()),
                                    anomalies.getOrDefault(code, List.of()),
                                    claims.getOrDefault(code, List.of())));
                },
                (Object) wanted);
    }

    private static DossierView dossier(
            ResultSet row, List<Permit> permits, List<AnomalyView> anomalies, List<ClaimView> claims)
            throws SQLException {
        return new DossierView(
                row.getString("code"),
                Reader.texts(row, "aliases"),
                row.getString("status"),
                Named.read(row, "procedure_code", "procedure_name"),
                row.getString("sector"),
                Named.read(row, "unit_code", "unit_name"),
                Named.read(row, "receiving_agency", "receiving_name"),
                Named.read(row, "holder_agency", "holder_name"),
                Named.read(row, "issuing_agency", "issuing_name"),
                row.getString("channel"),
                requireNonNull(Reader.date(row, "filed_on")),
                times(row),
                row.getString("outcome"),
                row.getBoolean("electronic_result"),
                row.getInt("supplement_requests"),
                row.getLong("waited_micros"),
                row.getBigDecimal("fees_requested"),
                row.getBigDecimal("fees_paid"),
                row.getBoolean("paid_online"),
                row.getInt("papers"),
                row.getInt("papers_digitised"),
                row.getInt("papers_reused"),
                row.getObject("rating", Integer.class),
                row.getInt("steps"),
                row.getString("last_step"),
                permits,
                anomalies,
                row.getInt("more_anomalies"),
                claims,
                row.getInt("event_count"),
                row.getString("last_event_id"));
    }

    private static Times times(ResultSet row) throws SQLException {
        return new Times(
                requireNonNull(Reader.time(row, "first_event_at")),
                Reader.time(row, "submitted_at"),
                Reader.time(row, "accepted_at"),
                Reader.time(row, "due_at"),
                Reader.time(row, "waiting_since"),
                Reader.time(row, "suspended_since"),
                Reader.time(row, "resolved_at"),
                Reader.time(row, "returned_at"),
                Reader.time(row, "stopped_at"),
                requireNonNull(Reader.time(row, "last_event_at")));
    }
}

package org.lienthong.reporting.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.names.Named;

/** Counts, per agency, what was odd about its data. */
public final class QualityQuery {

    private static final String LINES = """
            SELECT q.agency_id, q.agency_name, h.last_received_at, q.measure, q.code, q.count
            FROM lienthong.quality_by_agency q LEFT JOIN lienthong.agencies_last_heard h ON h.agency_id = q.agency_id
            """;
    private static final String ALL = LINES + "ORDER BY q.agency_id NULLS LAST, q.measure, q.code";
    private static final String ONE = LINES + "WHERE q.agency_id = ? ORDER BY q.measure, q.code";
    private static final String AGENCY = "SELECT id, name FROM lienthong.agencies WHERE id = ?";

    private final Reader reader;

    public QualityQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** Every agency that has sent anything. */
    public List<AgencyQuality> all() throws SQLException {
        return divide(reader.list(ALL, Line::read));
    }

    /** Empty: an agency that neither the reference data nor any event names. */
    public Optional<AgencyQuality> of(String agencyId) throws SQLException {
        List<AgencyQuality> found = divide(reader.list(ONE, Line::read, agencyId));
        if (!found.isEmpty()) {
            return Optional.of(found.get(0));
        }
        return reader.list(AGENCY, row -> new Named(row.getString("id"), row.getString("name")), agencyId).stream()
                .map(agency -> new AgencyQuality(agency, null, Map.of(), 0, Map.of(), Map.of()))
                .findFirst();
    }

    private static List<AgencyQuality> divide(List<Line> lines) {
        Map<String, List<Line>> byAgency = new LinkedHashMap<>();
        for (Line line : lines) {
            String agency = line.agency() == null ? "" : line.agency().code();
            byAgency.computeIfAbsent(agency, code -> new ArrayList<>()).add(line);
        }
        return byAgency.values().stream().map(QualityQuery::quality).toList();
    }

    private static AgencyQuality quality(List<Line> lines) {
        return new AgencyQuality(
                lines.get(0).agency(),
                lines.get(0).lastReceivedAt(),
                counts(lines, "ANOMALY"),
                counts(lines, "CONFLICT").values().stream()
                        .mapToLong(count -> count)
                        .sum(),
                counts(lines, "RECEIPT"),
                counts(lines, "QUARANTINE"));
    }

    private static Map<String, Long> counts(List<Line> lines, String measure) {
        Map<String, Long> counts = new TreeMap<>();
        for (Line line : lines) {
            if (line.measure().equals(measure)) {
                counts.merge(line.code(), line.count(), Long::sum);
            }
        }
        return counts;
    }

    private record Line(
            @Nullable Named agency, @Nullable Instant lastReceivedAt, String measure, String code, long count) {
        static Line read(ResultSet row) throws SQLException {
            return new Line(
                    Named.read(row, "agency_id", "agency_name"),
                    Reader.time(row, "last_received_at"),
                    row.getString("measure"),
                    row.getString("code"),
                    row.getLong("count"));
        }
    }
}

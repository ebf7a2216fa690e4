package org.lienthong.reporting.explanation;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.names.Named;

/** Where the events of a dossier stand, by their receipts, and what agencies are called. */
public final class ExplanationQuery {

    /** A duplicate is an event that another receipt names; what is in quarantine was not applied. */
    private static final String EVENTS = """
            SELECT DISTINCT event_id, origin_topic, origin_partition, origin_offset
            FROM lienthong.receipts
            WHERE dossier_code = ? AND outcome NOT IN ('DUPLICATE', 'QUARANTINED')
            ORDER BY origin_topic, origin_partition, origin_offset
            """;

    private static final String AGENCIES = "SELECT id, name FROM lienthong.agencies WHERE id = ANY (?)";

    private final Reader reader;

    public ExplanationQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** Where an event was read. */
    public record EventPlace(String eventId, String topic, int partition, long offset) {}

    /** Every event that went into the record of the dossier, once. */
    public List<EventPlace> events(String dossier) throws SQLException {
        return reader.list(
                EVENTS,
                row -> new EventPlace(
                        row.getString("event_id"),
                        row.getString("origin_topic"),
                        row.getInt("origin_partition"),
                        row.getLong("origin_offset")),
                dossier);
    }

    /** Names by id, of those that the reference data has. */
    public Map<String, String> agencyNames(Collection<String> ids) throws SQLException {
        return reader
                .list(AGENCIES, row -> new Named(row.getString("id"), row.getString("name")), (Object)
                        ids.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Named::code, agency -> String.valueOf(agency.name())));
    }
}

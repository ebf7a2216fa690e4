package org.lienthong.reporting.quarantine;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.quarantine.QuarantineEntry.Redrive;
import org.lienthong.schemas.exchange.Origin;

/** Finds quarantined records; their content is elsewhere ({@link PayloadQuery}). */
public final class QuarantineQuery {

    /** Each condition holds for a null too; the planner leaves those out once it knows the values. */
    private static final String LIST = """
            SELECT q.* FROM lienthong.quarantine_state q
            WHERE (?::text IS NULL OR q.reason = ?)
                AND (?::text IS NULL OR q.agency_id = ?)
                AND (?::text IS NULL OR q.dossier_code = ?)
                AND (?::timestamptz IS NULL OR q.recorded_at >= ?)
                AND (?::timestamptz IS NULL OR q.recorded_at < ?)
                AND (?::boolean IS NULL OR (q.state = 'REDRIVEN') = ?)
                AND (?::text IS NULL OR (q.recorded_at, q.origin_topic, q.origin_partition, q.origin_offset) >
                    (SELECT a.recorded_at, a.origin_topic, a.origin_partition, a.origin_offset
                     FROM lienthong.quarantine a
                     WHERE a.origin_topic = ? AND a.origin_partition = ?::integer AND a.origin_offset = ?::bigint))
            ORDER BY q.recorded_at, q.origin_topic, q.origin_partition, q.origin_offset
            LIMIT ?
            """;

    private static final String FIND = """
            SELECT * FROM lienthong.quarantine_state
            WHERE origin_topic = ? AND origin_partition = ? AND origin_offset = ?
            """;
    private static final String REDRIVES = """
            SELECT outcome, code, record_version, origin_topic, origin_partition, origin_offset
            FROM lienthong.receipts
            WHERE redrive_of_topic = ? AND redrive_of_partition = ? AND redrive_of_offset = ?
            ORDER BY origin_partition, origin_offset
            """;

    private final Reader reader;

    public QuarantineQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /**
     * Records that fit the filter, the longest waiting first.
     *
     * @param after the list begins behind this record; nothing follows one that is not in quarantine
     * @param limit at least 1
     */
    public QuarantinePage list(QuarantineFilter filter, @Nullable Origin after, int limit) throws SQLException {
        OffsetDateTime since = time(filter.since());
        OffsetDateTime until = time(filter.until());
        @Nullable Boolean redriven =
                switch (filter.stage()) {
                    case OPEN -> false;
                    case REDRIVEN -> true;
                    case ALL -> null;
                };
        String topic = after == null ? null : after.getTopic();
        List<QuarantineEntry> found = reader.list(
                LIST,
                QuarantineEntry::read,
                filter.reason(),
                filter.reason(),
                filter.agency(),
                filter.agency(),
                filter.dossier(),
                filter.dossier(),
                since,
                since,
                until,
                until,
                redriven,
                redriven,
                topic,
                topic,
                after == null ? null : after.getPartition(),
                after == null ? null : after.getOffset(),
                limit + 1L);
        return QuarantinePage.of(found, limit);
    }

    public Optional<QuarantineEntry> find(Origin origin) throws SQLException {
        return reader
                .list(FIND, QuarantineEntry::read, origin.getTopic(), origin.getPartition(), origin.getOffset())
                .stream()
                .findFirst();
    }

    /**
     * The receipts of everything that was sent again for one event.
     *
     * @param first where the event was first read
     */
    public List<Redrive> redrives(Origin first) throws SQLException {
        return reader.list(
                REDRIVES,
                row -> new Redrive(
                        row.getString("outcome"),
                        row.getString("code"),
                        row.getInt("record_version"),
                        QuarantineEntry.place(row, "origin")),
                first.getTopic(),
                first.getPartition(),
                first.getOffset());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}

package org.lienthong.peers;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lienthong.peers.DossierState.Event;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitStatistics;

/** The tables, over one connection: reads for a batch of dossiers, gathers what changes and writes it as one. */
final class PostgresTables {

    private static final Figures NOTHING = new Figures();

    private static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS dossier (code text PRIMARY KEY, record bytea NOT NULL) WITH (fillfactor = 70);
            CREATE TABLE IF NOT EXISTS event (code text NOT NULL, permit boolean NOT NULL, value bytea NOT NULL);
            CREATE INDEX IF NOT EXISTS event_code ON event (code);
            CREATE TABLE IF NOT EXISTS statistics (
              key text PRIMARY KEY, unit_code text NOT NULL, valid_from date NOT NULL, sector text NOT NULL,
              month text NOT NULL, level text, %s) WITH (fillfactor = 50);
            CREATE TABLE IF NOT EXISTS working_time (
              key text, bin int, count bigint NOT NULL, PRIMARY KEY (key, bin)) WITH (fillfactor = 70);
            CREATE TABLE IF NOT EXISTS progress (
              topic text, part int, position bigint NOT NULL, PRIMARY KEY (topic, part));
            """.formatted(SqlFigures.each("%s bigint NOT NULL"));

    private static final String PUT_RECORDS = """
            INSERT INTO dossier SELECT * FROM unnest(?::text[], ?::bytea[])
            ON CONFLICT (code) DO UPDATE SET record = excluded.record""";
    private static final String ADD_EVENTS =
            "INSERT INTO event SELECT * FROM unnest(?::text[], ?::boolean[], ?::bytea[])";
    private static final String ADD_FIGURES =
            """
            INSERT INTO statistics
            SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], %s)
            ON CONFLICT (key) DO UPDATE SET %s""".formatted(SqlFigures.each("?::bigint[]"), SqlFigures.each("%1$s = statistics.%1$s + excluded.%1$s"));
    private static final String ADD_TIMES = """
            INSERT INTO working_time SELECT * FROM unnest(?::text[], ?::int[], ?::bigint[])
            ON CONFLICT (key, bin) DO UPDATE SET count = working_time.count + excluded.count""";
    private static final String PUT_PROGRESS = """
            INSERT INTO progress SELECT * FROM unnest(?::text[], ?::int[], ?::bigint[])
            ON CONFLICT (topic, part) DO UPDATE SET position = excluded.position""";

    private final Connection connection;
    private final Rules rules;
    private final List<DossierRecord> records = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    /** In one order for every thread, so that none waits for another that waits for it. */
    private final TreeMap<String, UnitStatistics> figures = new TreeMap<>();

    PostgresTables(Connection connection, Rules rules) throws SQLException {
        this.connection = connection;
        this.rules = rules;
        try (Statement statement = connection.createStatement()) {
            // A plan that was made for a small table is a bad one for a large one.
            statement.execute("SET plan_cache_mode = force_custom_plan");
        }
        connection.setAutoCommit(false);
    }

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
    }

    Map<TopicPartition, Long> offsets() throws SQLException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM progress");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return offsets;
    }

    Map<String, DossierRecord> records(Collection<String> wanted) throws SQLException {
        Map<String, DossierRecord> found = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT code, record FROM dossier WHERE code = ANY(?)")) {
            query.setArray(1, connection.createArrayOf("text", wanted.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getString(1), rules.read(rows.getBytes(2)));
                }
            }
        }
        return found;
    }

    /** All events of each of these dossiers, in the order of the fold. */
    Map<String, List<Event>> events(Collection<String> wanted) throws SQLException {
        Map<String, List<Event>> found = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT code, permit, value FROM event WHERE code = ANY(?)")) {
            query.setArray(1, connection.createArrayOf("text", wanted.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(rows.getString(1), code -> new ArrayList<>())
                            .add(new Event(rows.getBoolean(2), rows.getBytes(3)));
                }
            }
        }
        found.replaceAll((code, unordered) -> rules.inOrder(unordered));
        return found;
    }

    void addEvent(String code, Event event) {
        codes.add(code);
        events.add(event);
    }

    void putRecord(DossierRecord record) {
        records.add(record);
    }

    void addFigures(String key, UnitStatistics change) {
        if (!change.getFigures().equals(NOTHING) || !change.getWorkingTimes().isEmpty()) {
            figures.put(key, change);
        }
    }

    void commit(Map<TopicPartition, OffsetAndMetadata> offsets) throws SQLException {
        execute(PUT_RECORDS, array("text", records, DossierRecord::getCode), array("bytea", records, rules::write));
        execute(
                ADD_EVENTS,
                array("text", codes, code -> code),
                array("boolean", events, Event::permit),
                array("bytea", events, Event::value));
        List<Map.Entry<TopicPartition, OffsetAndMetadata>> progress = List.copyOf(offsets.entrySet());
        execute(
                PUT_PROGRESS,
                array("text", progress, entry -> entry.getKey().topic()),
                array("int4", progress, entry -> entry.getKey().partition()),
                array("int8", progress, entry -> entry.getValue().offset()));
        // Last, for all threads count in the same provinces and the second waits until the first has committed.
        writeFigures();
        connection.commit();
        records.clear();
        codes.clear();
        events.clear();
        figures.clear();
    }

    private void writeFigures() throws SQLException {
        List<UnitStatistics> changes = List.copyOf(figures.values());
        List<Array> columns = new ArrayList<>(List.of(
                array("text", List.copyOf(figures.keySet()), key -> key),
                array("text", changes, UnitStatistics::getUnitCode),
                array("date", changes, change -> Date.valueOf(change.getUnitValidFrom())),
                array("text", changes, change -> change.getSector().name()),
                array("text", changes, UnitStatistics::getMonth),
                array(
                        "text",
                        changes,
                        change -> change.getLevel() == null
                                ? null
                                : change.getLevel().name())));
        for (int i = 0; i < SqlFigures.COUNT; i++) {
            int field = i;
            columns.add(array("int8", changes, change -> change.getFigures().get(field)));
        }
        execute(ADD_FIGURES, columns.toArray(Array[]::new));
        List<String> keys = new ArrayList<>();
        List<TimeBin> bins = new ArrayList<>();
        figures.forEach((key, change) -> change.getWorkingTimes().forEach(bin -> {
            keys.add(key);
            bins.add(bin);
        }));
        execute(
                ADD_TIMES,
                array("text", keys, key -> key),
                array("int4", bins, TimeBin::getBin),
                array("int8", bins, TimeBin::getCount));
    }

    private <T> Array array(String type, List<T> rows, Function<T, @Nullable Object> column) throws SQLException {
        // Typed, since the driver sends the bytes and numbers of such an array as they are and not as text.
        Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }

    private void execute(String sql, Array... columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.length; i++) {
                statement.setArray(i + 1, columns[i]);
            }
            statement.executeUpdate();
        }
    }
}

package org.lienthong.reporting.sink;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.Receipt;

/** How many receipts of a batch each agency got, per outcome and code, and when the newest of their events came. */
final class ReceiptCounts {

    /** Identifiers have up to 35 characters; what a refused event states may be anything, and a key must stay short. */
    private static final int LONGEST_AGENCY = 100;

    private static final String COUNT = """
            INSERT INTO lienthong.receipt_counts AS c (agency_id, outcome, code, count, last_received_at)
            SELECT agency_id, outcome, code, count, to_timestamp(last_millis / 1000.0)
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                AS b (agency_id, outcome, code, count, last_millis)
            ON CONFLICT (agency_id, outcome, code) DO UPDATE
            SET count = c.count + excluded.count,
                last_received_at = greatest(c.last_received_at, excluded.last_received_at)
            """;

    /** Sorted, so that two writers lock the rows in one order. */
    private final Map<Key, Count> counts = new TreeMap<>(Key.ORDER);

    private record Key(String agency, String outcome, String code) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::agency).thenComparing(Key::outcome).thenComparing(Key::code);
    }

    /** @param lastMillis milliseconds since the epoch: when the broker took in the newest of the events */
    private record Count(long number, long lastMillis) {

        Count and(Count other) {
            return new Count(number + other.number, Math.max(lastMillis, other.lastMillis));
        }
    }

    /** @param receivedMillis milliseconds since the epoch: when the broker took in the event */
    void add(Receipt receipt, long receivedMillis) {
        counts.merge(
                new Key(
                        agency(receipt.getAgencyId()),
                        receipt.getOutcome().name(),
                        CopyRows.storable(receipt.getCode())),
                new Count(1, receivedMillis),
                Count::and);
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setArray(1, texts(connection, Key::agency));
            statement.setArray(2, texts(connection, Key::outcome));
            statement.setArray(3, texts(connection, Key::code));
            statement.setArray(4, numbers(connection, Count::number));
            statement.setArray(5, numbers(connection, Count::lastMillis));
            statement.executeUpdate();
        }
    }

    private Array texts(Connection connection, Function<Key, String> part) throws SQLException {
        return connection.createArrayOf(
                "text", counts.keySet().stream().map(part).toArray());
    }

    private Array numbers(Connection connection, ToLongFunction<Count> part) throws SQLException {
        return connection.createArrayOf(
                "bigint", counts.values().stream().mapToLong(part).boxed().toArray());
    }

    private static String agency(@Nullable String id) {
        String known = id == null ? "" : CopyRows.storable(id);
        return known.codePointCount(0, known.length()) <= LONGEST_AGENCY
                ? known
                : known.substring(0, known.offsetByCodePoints(0, LONGEST_AGENCY));
    }
}

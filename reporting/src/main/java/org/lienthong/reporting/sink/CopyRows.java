package org.lienthong.reporting.sink;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.avro.Micros;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.ByteConverter;

/**
 * Rows in the binary format of PostgreSQL's COPY: the fastest way in, without formatting and parsing of times and
 * numbers. Call {@link #row} and then one method per column, in the order of the columns.
 *
 * <p>What PostgreSQL cannot hold is made visible instead of failing the batch: U+0000 becomes U+FFFD, and a time before
 * 4713 BC becomes -infinity. The topic keeps the original.
 */
final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int TEXT_OID = 25;
    private static final int INT4_OID = 23;
    private static final int INT8_OID = 20;
    private static final int FLOAT8_OID = 701;

    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long POSTGRES_EPOCH_MICROS =
            ChronoUnit.DAYS.getDuration().toSeconds() * 1_000_000 * POSTGRES_EPOCH_DAY;
    private static final Instant EARLIEST = Instant.parse("-4712-01-01T00:00:00Z");
    private static final LocalDate EARLIEST_DAY = LocalDate.of(-4712, 1, 1);

    private final Buffer out = new Buffer();
    private int rows;

    CopyRows() {
        out.writeBytes(SIGNATURE);
        out.int4(0);
        out.int4(0);
    }

    int size() {
        return rows;
    }

    CopyRows row(int columns) {
        rows++;
        out.int2(columns);
        return this;
    }

    CopyRows text(@Nullable String value) {
        return value == null ? missing() : field(utf8(value));
    }

    /** An enum by its name: as text, so that a new symbol needs no migration. */
    CopyRows name(@Nullable Enum<?> value) {
        return text(value == null ? null : value.name());
    }

    CopyRows texts(List<String> values) {
        return array(TEXT_OID, values, this::text);
    }

    CopyRows int4s(List<Integer> values) {
        return array(INT4_OID, values, this::int4);
    }

    CopyRows int8s(List<Long> values) {
        return array(INT8_OID, values, this::int8);
    }

    /** @param values may contain nulls */
    CopyRows float8s(List<@Nullable Double> values) {
        return array(FLOAT8_OID, values, this::float8);
    }

    private <T extends @Nullable Object> CopyRows array(int elementOid, List<T> values, Consumer<T> element) {
        int start = out.startField();
        out.int4(values.isEmpty() ? 0 : 1);
        out.int4(1); // may contain nulls
        out.int4(elementOid);
        if (!values.isEmpty()) {
            out.int4(values.size());
            out.int4(1);
        }
        values.forEach(element);
        out.endField(start);
        return this;
    }

    CopyRows bool(boolean value) {
        out.int4(1);
        out.write(value ? 1 : 0);
        return this;
    }

    CopyRows int4(@Nullable Integer value) {
        if (value == null) {
            return missing();
        }
        out.int4(Integer.BYTES);
        out.int4(value);
        return this;
    }

    CopyRows int8(@Nullable Long value) {
        if (value == null) {
            return missing();
        }
        out.int4(Long.BYTES);
        out.int8(value);
        return this;
    }

    CopyRows float8(@Nullable Double value) {
        return value == null ? missing() : int8(Double.doubleToLongBits(value));
    }

    CopyRows numeric(BigDecimal value) {
        return field(ByteConverter.numeric(value));
    }

    CopyRows time(@Nullable Instant value) {
        if (value == null) {
            return missing();
        }
        return value.isBefore(EARLIEST) ? int8(Long.MIN_VALUE) : int8(Micros.of(value) - POSTGRES_EPOCH_MICROS);
    }

    CopyRows date(@Nullable LocalDate value) {
        if (value == null) {
            return missing();
        }
        return int4(value.isBefore(EARLIEST_DAY) ? Integer.MIN_VALUE : (int) (value.toEpochDay() - POSTGRES_EPOCH_DAY));
    }

    /** The day before this one; null: infinity. */
    CopyRows lastDay(@Nullable LocalDate next) {
        return next == null ? int4(Integer.MAX_VALUE) : date(next.minusDays(1));
    }

    /** Sends the rows to the table; the object must not be used again. */
    void copyInto(Connection connection, String table, List<String> columns) throws SQLException {
        out.int2(-1);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, String.join(", ", columns)));
        try {
            out.sendTo(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Text as PostgreSQL can hold it. */
    static String storable(String value) {
        return value.indexOf('\0') < 0 ? value : value.replace('\0', '\ufffd');
    }

    private static byte[] utf8(String value) {
        return storable(value).getBytes(StandardCharsets.UTF_8);
    }

    private CopyRows missing() {
        out.int4(-1);
        return this;
    }

    private CopyRows field(byte[] bytes) {
        out.int4(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private static final class Buffer extends ByteArrayOutputStream {

        Buffer() {
            super(1 << 16);
        }

        void int2(int value) {
            write(value >>> 8);
            write(value);
        }

        void int4(int value) {
            int2(value >>> 16);
            int2(value);
        }

        void int8(long value) {
            int4((int) (value >>> 32));
            int4((int) value);
        }

        int startField() {
            int4(0);
            return count;
        }

        void endField(int start) {
            ByteConverter.int4(buf, start - Integer.BYTES, count - start);
        }

        void sendTo(CopyIn copy) throws SQLException {
            copy.writeToCopy(buf, 0, count);
        }
    }
}

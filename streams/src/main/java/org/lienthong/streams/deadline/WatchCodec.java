package org.lienthong.streams.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.DeadlineAlertKind;

/**
 * Watches from and to bytes: a byte of flags, the due date, the moment after which it is overdue, the version of the
 * record, and where the flags say so the moment of warning, the unit and the agency. Instants are seconds since 1970 in
 * eight bytes and nanoseconds in four, texts UTF-8 behind their length in four; numbers are big-endian.
 */
final class WatchCodec {

    private static final int DUE_SOON = 1;
    private static final int OVERDUE = 2;
    private static final int HAS_WARNING = 4;
    private static final int HAS_UNIT = 8;
    private static final int HAS_AGENCY = 16;
    private static final int INSTANT = Long.BYTES + Integer.BYTES;

    private WatchCodec() {}

    static Serde<Watch> serde() {
        return Serdes.serdeFrom((topic, watch) -> encode(watch), (topic, bytes) -> decode(bytes));
    }

    static byte[] encode(Watch watch) {
        byte[] unit = bytes(watch.unitCode());
        byte[] agency = bytes(watch.agencyId());
        ByteBuffer buffer = ByteBuffer.allocate(1 + 3 * INSTANT + 3 * Integer.BYTES + unit.length + agency.length);
        buffer.put((byte) flags(watch));
        put(buffer, watch.dueAt());
        put(buffer, watch.overdueFrom());
        buffer.putInt(watch.recordVersion());
        if (watch.dueSoonFrom() != null) {
            put(buffer, watch.dueSoonFrom());
        }
        if (watch.unitCode() != null) {
            buffer.putInt(unit.length).put(unit);
        }
        if (watch.agencyId() != null) {
            buffer.putInt(agency.length).put(agency);
        }
        byte[] encoded = new byte[buffer.position()];
        buffer.flip().get(encoded);
        return encoded;
    }

    static Watch decode(byte[] encoded) {
        ByteBuffer buffer = ByteBuffer.wrap(encoded);
        int flags = buffer.get();
        Instant dueAt = instant(buffer);
        Instant overdueFrom = instant(buffer);
        int version = buffer.getInt();
        Instant dueSoonFrom = (flags & HAS_WARNING) == 0 ? null : instant(buffer);
        String unit = (flags & HAS_UNIT) == 0 ? null : text(buffer);
        String agency = (flags & HAS_AGENCY) == 0 ? null : text(buffer);
        return new Watch(unit, agency, dueAt, dueSoonFrom, overdueFrom, version, standing(flags));
    }

    private static int flags(Watch watch) {
        int standing =
                watch.standing() == null ? 0 : watch.standing() == DeadlineAlertKind.OVERDUE ? OVERDUE : DUE_SOON;
        return standing
                | (watch.dueSoonFrom() == null ? 0 : HAS_WARNING)
                | (watch.unitCode() == null ? 0 : HAS_UNIT)
                | (watch.agencyId() == null ? 0 : HAS_AGENCY);
    }

    private static @Nullable DeadlineAlertKind standing(int flags) {
        if ((flags & OVERDUE) != 0) {
            return DeadlineAlertKind.OVERDUE;
        }
        return (flags & DUE_SOON) == 0 ? null : DeadlineAlertKind.DUE_SOON;
    }

    private static void put(ByteBuffer buffer, Instant instant) {
        buffer.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    private static Instant instant(ByteBuffer buffer) {
        return Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(UTF_8);
    }

    private static String text(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        return new String(bytes, UTF_8);
    }
}

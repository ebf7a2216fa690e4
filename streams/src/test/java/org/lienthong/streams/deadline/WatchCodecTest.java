package org.lienthong.streams.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.day;

import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.schemas.exchange.DeadlineAlertKind;

class WatchCodecTest {

    private static final Instant ODD = day(10).plusNanos(1_000);

    @ParameterizedTest
    @MethodSource
    void whatIsWrittenIsReadBack(Watch watch) {
        assertThat(WatchCodec.decode(WatchCodec.encode(watch))).isEqualTo(watch);
    }

    static Stream<Watch> whatIsWrittenIsReadBack() {
        return Stream.of(
                new Watch("25000", "H36.25", day(10), day(9), day(10), 7, null),
                new Watch("25000", "H36.25", day(10), day(9), day(10), 7, DeadlineAlertKind.DUE_SOON),
                new Watch("xã Hòa Ninh", null, ODD, null, day(4), Integer.MAX_VALUE, DeadlineAlertKind.OVERDUE),
                new Watch(null, "", Instant.parse("-200000-01-01T00:00:00Z"), null, day(4), 0, null),
                new Watch("x".repeat(70_000), null, day(1), null, day(1), 1, null));
    }

    @Test
    void theBytesAreThoseThatARunningDeploymentHolds() {
        Watch watch = new Watch("25000", null, Instant.EPOCH, null, Instant.ofEpochSecond(1), 3, null);

        assertThat(HexFormat.ofDelimiter(" ").formatHex(WatchCodec.encode(watch)))
                .isEqualTo("08"
                        + " 00 00 00 00 00 00 00 00 00 00 00 00"
                        + " 00 00 00 00 00 00 00 01 00 00 00 00"
                        + " 00 00 00 03"
                        + " 00 00 00 05 32 35 30 30 30");
    }
}

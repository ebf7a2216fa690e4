package org.lienthong.schemas.redrive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.schemas.exchange.Origin;

class OriginsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dossier.events-0-0",
                "dossier.events-3-1042",
                "my-topic-1-2",
                "a-1-0-5",
                "-1-2-3",
                "ends-with-dash--1-5",
                "x_y.z-2147483647-9223372036854775807"
            })
    void everyPlaceHasOneText(String text) {
        assertThat(Origins.parse(text)).map(Origins::text).hasValue(text);
    }

    @Test
    void theLastTwoNumbersArePartitionAndOffset() {
        assertThat(Origins.parse("events-2024-7-1-22")).hasValue(new Origin("events-2024-7", 1, 22L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "dossier.events",
                "dossier.events-0",
                "-0-1",
                "dossier.events-0-",
                "dossier.events-0--1",
                "dossier.events-0-01",
                "dossier.events-+0-1",
                "dossier.events-0-1 ",
                " dossier.events-0-1",
                "dossier.events-0-1\n",
                "dossier events-0-1",
                "hồ.sơ-0-1",
                "dossier.events-٠-١",
                ".-0-1",
                "..-0-1",
                "dossier.events-2147483648-1",
                "dossier.events-0-9223372036854775808",
                "dossier.events-0-99999999999999999999999999",
                "a/b-0-1",
                "'; DROP TABLE x; ---0-1"
            })
    void whatIsNoPlaceIsNotRead(String text) {
        assertThat(Origins.parse(text)).isEmpty();
    }

    @Test
    void aNameLongerThanKafkaAllowsIsNotRead() {
        assertThat(Origins.parse("t".repeat(249) + "-0-1")).isPresent();
        assertThat(Origins.parse("t".repeat(250) + "-0-1")).isEmpty();
    }
}

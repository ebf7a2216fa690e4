package org.lienthong.producers.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.schemas.exchange.Origin;

class RedriveRulesTest {

    private static final Instant NOW = Instant.parse("2025-07-02T03:04:05Z");
    private static final Origin ORIGIN = new Origin("dossier.events", 3, 1042L);

    @Test
    void itsHeadersStayAndSayWhereItWasRead() {
        assertThat(headers(Map.of("ce_id", "e-1", "content-type", "application/avro")))
                .isEqualTo(Map.of(
                        "ce_id", "e-1",
                        "content-type", "application/avro",
                        "lt_redrive_of", "dossier.events-3-1042",
                        "lt_redriven_at", "2025-07-02T03:04:05Z"));
    }

    @Test
    void theFirstPlaceIsKeptAndTheTimeIsNot() {
        assertThat(headers(Map.of("lt_redrive_of", "dossier.events-0-7", "lt_redriven_at", "2025-07-01T00:00:00Z")))
                .isEqualTo(Map.of("lt_redrive_of", "dossier.events-0-7", "lt_redriven_at", "2025-07-02T03:04:05Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "somewhere", "dossier.events-0", "dossier.events-0-x"})
    void aHeaderThatSaysNoPlaceIsReplaced(String garbage) {
        assertThat(headers(Map.of("lt_redrive_of", garbage))).containsEntry("lt_redrive_of", "dossier.events-3-1042");
    }

    @Test
    void mendingChangesOnePartAndKeepsTheOthers() {
        RedriveRecord record =
                new RedriveRecord(ORIGIN, bytes("k"), bytes("v"), Map.of("ce_id", bytes("e-1"), "ce_type", bytes("t")));

        assertThat(record.withKey(bytes("K")).key()).isEqualTo(bytes("K"));
        assertThat(record.withKey(bytes("K")).value()).isEqualTo(bytes("v"));
        assertThat(record.withValue(bytes("V")).value()).isEqualTo(bytes("V"));
        assertThat(record.withValue(bytes("V")).origin()).isEqualTo(ORIGIN);
        assertThat(record.withoutHeader("ce_id").headers()).containsOnlyKeys("ce_type");
        assertThat(RedriveRules.size(record)).isEqualTo(1 + 1 + 5 + 3 + 7 + 1);
        assertThat(RedriveRules.size(new RedriveRecord(ORIGIN, null, null, Map.of())))
                .isZero();
    }

    private static Map<String, String> headers(Map<String, String> before) {
        RedriveRecord record = new RedriveRecord(ORIGIN, null, null, map(before, String::getBytes));
        return map(RedriveRules.headers(record, NOW), bytes -> new String(bytes, UTF_8));
    }

    private static <A, B> Map<String, B> map(Map<String, A> values, java.util.function.Function<A, B> change) {
        Map<String, B> changed = new java.util.TreeMap<>();
        values.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

package org.lienthong.registry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.registry.catalog.CompatibilityRules.Earlier;

class CompatibilityRulesTest {

    /** Version 1 has {@code a}, version 2 has {@code a} and an optional {@code b}. */
    private static final List<Earlier> EARLIER =
            List.of(new Earlier(1, record("int", "")), new Earlier(2, record("int", "int")));

    @ParameterizedTest
    @CsvSource({
        // candidate, and whether each level lets it follow
        // what,                 NONE, BACKWARD, B_TRANS, FORWARD, F_TRANS, FULL, FULL_TRANS
        "drop the optional b,    true, true,     true,    true,    true,    true, true",
        "b becomes a string,     true, false,    false,   false,   false,   false, false",
        "c is added required,    true, false,    false,   true,    true,    false, false",
        "a is dropped,           true, true,     true,    false,   false,   false, false",
        "b becomes a long,       true, true,     true,    false,   false,   false, false",
        "b has no default now,   true, true,     false,   true,    true,    true,  false",
    })
    void eachLevelAsksWhatItsNameSays(
            String what,
            boolean none,
            boolean b,
            boolean bt,
            boolean f,
            boolean ft,
            boolean full,
            boolean fullTransitive) {
        Schema candidate = candidate(what);
        assertThat(fits(candidate, CompatibilityLevel.NONE)).isEqualTo(none);
        assertThat(fits(candidate, CompatibilityLevel.BACKWARD)).isEqualTo(b);
        assertThat(fits(candidate, CompatibilityLevel.BACKWARD_TRANSITIVE)).isEqualTo(bt);
        assertThat(fits(candidate, CompatibilityLevel.FORWARD)).isEqualTo(f);
        assertThat(fits(candidate, CompatibilityLevel.FORWARD_TRANSITIVE)).isEqualTo(ft);
        assertThat(fits(candidate, CompatibilityLevel.FULL)).isEqualTo(full);
        assertThat(fits(candidate, CompatibilityLevel.FULL_TRANSITIVE)).isEqualTo(fullTransitive);
    }

    private static boolean fits(Schema candidate, CompatibilityLevel level) {
        return CompatibilityRules.problems(candidate, EARLIER, level).isEmpty();
    }

    private static Schema candidate(String what) {
        return switch (what) {
            case "drop the optional b" -> record("int", "");
            case "b becomes a string" -> record("int", "string");
            case "c is added required" ->
                parse(field("a", "int", "") + "," + field("b", "int", "0") + "," + field("c", "int", ""));
            case "a is dropped" -> parse(field("b", "int", "0"));
            case "b becomes a long" -> record("int", "long");
            case "b has no default now" -> parse(field("a", "int", "") + "," + field("b", "int", ""));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Schema record(String a, String b) {
        String optional = b.isEmpty() ? "" : "," + field("b", b, b.equals("string") ? "\"\"" : "0");
        return parse(field("a", a, "") + optional);
    }

    private static String field(String name, String type, String byDefault) {
        return "{\"name\":\"%s\",\"type\":\"%s\"%s}"
                .formatted(name, type, byDefault.isEmpty() ? "" : ",\"default\":" + byDefault);
    }

    private static Schema parse(String fields) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + fields + "]}");
    }
}

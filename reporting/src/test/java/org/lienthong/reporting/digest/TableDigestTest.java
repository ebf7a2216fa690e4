package org.lienthong.reporting.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableDigestTest {

    @Test
    void theOrderDoesNotMatterAndOnlyTheLatestValueCounts() {
        assertThat(digest("a", "1", "b", "2", "a", "3")).isEqualTo(digest("b", "2", "a", "3"));
    }

    @Test
    void anyChangeShows() {
        Digest digest = digest("a", "1", "b", "2");

        assertThat(digest("a", "1", "b", "3")).isNotEqualTo(digest);
        assertThat(digest("a", "2", "b", "1")).isNotEqualTo(digest);
        assertThat(digest("a1", "", "b", "2")).isNotEqualTo(digest);
        assertThat(digest("a", "1")).isNotEqualTo(digest);
        assertThat(digest("a", "1", "b", "2", "c", "2")).isNotEqualTo(digest);
        assertThat(digest.count()).isEqualTo(2);
        assertThat(digest.sha256()).hasSize(64);
    }

    @Test
    void whatIsTakenOutLeavesNoTrace() {
        TableDigest table = new TableDigest();
        table.put("a", "1".getBytes(UTF_8));
        table.put("b", "2".getBytes(UTF_8));
        table.remove("b");
        table.remove("never there");

        assertThat(table.digest()).isEqualTo(digest("a", "1"));
    }

    private static Digest digest(String... keysAndValues) {
        TableDigest table = new TableDigest();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            table.put(keysAndValues[i], keysAndValues[i + 1].getBytes(UTF_8));
        }
        return table.digest();
    }
}

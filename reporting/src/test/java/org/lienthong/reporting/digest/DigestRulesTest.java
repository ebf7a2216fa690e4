package org.lienthong.reporting.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigestRulesTest {

    private static final List<String> KEYS = List.of("H36.25-250701-0001", "H36.25-250701-0002", "H36.25-250701-0003");

    @Test
    void orderHasNoPart() {
        List<String> shuffled = new ArrayList<>(KEYS);
        long seed = System.nanoTime();
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(digest(shuffled)).as("seed %d", seed).isEqualTo(digest(KEYS));
    }

    @Test
    void aChangeOfKeyOrValueShows() {
        assertThat(DigestRules.hash("a", bytes("1"))).isNotEqualTo(DigestRules.hash("a", bytes("2")));
        assertThat(DigestRules.hash("a", bytes("1"))).isNotEqualTo(DigestRules.hash("b", bytes("1")));
        // Where the key ends has a part too.
        assertThat(DigestRules.hash("ab", bytes("1"))).isNotEqualTo(DigestRules.hash("a", bytes("b1")));
    }

    @Test
    void aMissingAndADoubledEntryShow() {
        List<String> twice = new ArrayList<>(KEYS);
        twice.add(KEYS.get(0));
        List<String> thrice = new ArrayList<>(twice);
        thrice.add(KEYS.get(0));

        assertThat(List.of(digest(KEYS), digest(KEYS.subList(1, 3)), digest(twice), digest(thrice)))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsTakenOutLeavesNoTrace() {
        byte[] hash = DigestRules.hash("a", bytes("1"));
        byte[] largest = new byte[32];
        Arrays.fill(largest, (byte) 0xff);

        assertThat(DigestRules.without(DigestRules.with(digest(KEYS), hash), hash))
                .isEqualTo(digest(KEYS));
        // Over the end of the numbers and back.
        assertThat(DigestRules.without(DigestRules.with(digest(KEYS), largest), largest))
                .isEqualTo(digest(KEYS));
    }

    @Test
    void itIsTheSumOfTheSha256AsSixtyFourDigits() {
        assertThat(DigestRules.hex(DigestRules.EMPTY)).isEqualTo("0".repeat(64));
        // printf 'a\0001' | sha256sum
        assertThat(DigestRules.hex(DigestRules.with(DigestRules.EMPTY, DigestRules.hash("a", bytes("1")))))
                .isEqualTo("05a9c569a185ac60f5511f9760bc3f1ac046b20d18db2ad4d8fa86eda4f5b28e");
    }

    private static BigInteger digest(List<String> keys) {
        BigInteger digest = DigestRules.EMPTY;
        for (String key : keys) {
            digest = DigestRules.with(digest, DigestRules.hash(key, bytes("value of " + key)));
        }
        return digest;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

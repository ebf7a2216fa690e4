package org.lienthong.streams.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes and ids, against the regular expressions that define them. */
class FactRulesTest {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9.]{1,35}-([0-9]{6}|[0-9]{8})-[0-9]{4,7}");
    private static final Pattern ID = Pattern.compile("(?=.*[^ ])[\\x20-\\x7e]{1,200}");
    private static final String ALPHABET = "AZ09.-a /:@[\n\u0661é";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H36.25-250602-0001",
                "H36-20250602-1234567",
                "A-000000-0000",
                "-250602-0001",
                "250602-0001",
                "H36.25-250602-001",
                "H36.25-250602-12345678",
                "H36.25-2506021-0001",
                "H36.25--0001",
                "H36.25-250602-",
                "H36-25-250602-0001",
                "h36.25-250602-0001",
                "H36.25-250602-0001\n",
                "-",
                "--",
                "",
                " "
            })
    void aCodeIsOneByItsForm(String code) {
        assertThat(FactRules.isDossierCode(code)).isEqualTo(CODE.matcher(code).matches());
        assertThat(FactRules.isEventId(code)).isEqualTo(ID.matcher(code).matches());
    }

    @RepeatedTest(3)
    void soIsWhateverIsMadeOfACodeByAccident() {
        Random random = new Random();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder code = new StringBuilder("H36.25-250602-0001");
            for (int edits = random.nextInt(4); edits > 0; edits--) {
                int at = random.nextInt(code.length());
                char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                switch (random.nextInt(3)) {
                    case 0 -> code.setCharAt(at, c);
                    case 1 -> code.insert(at, c);
                    default -> code.deleteCharAt(at);
                }
            }
            aCodeIsOneByItsForm(code.toString());
        }
    }
}

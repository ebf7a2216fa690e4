package org.lienthong.producers.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void everyCodeHasAMessageInBothLanguages(ProblemCode code) {
        Problem problem = Problem.of(code, "a", "b", "c", "d");
        String vietnamese = problem.message(Problem.VIETNAMESE);
        String english = problem.message(Locale.ENGLISH);

        assertThat(vietnamese).isNotBlank().isNotEqualTo(english).doesNotContain("{");
        assertThat(english).isNotBlank().doesNotContain("{");
        assertThat(problem.message(Locale.FRENCH)).isEqualTo(vietnamese);
        assertThat(problem).asString().isEqualTo(code + ": " + vietnamese + " / " + english);
    }
}

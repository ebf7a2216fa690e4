package org.lienthong.reporting.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lienthong.schemas.words.Term;

class IndexWordsTest {

    @ParameterizedTest
    @EnumSource(IndexMetric.class)
    void everyMetricHasANameAndAnActionInBothLanguages(IndexMetric metric) {
        assertThat(List.of(IndexWords.metric(metric), IndexWords.action(metric)))
                .allSatisfy(IndexWordsTest::isSaid);
    }

    @ParameterizedTest
    @EnumSource(IndexGroup.class)
    void everyGroupHasAName(IndexGroup group) {
        isSaid(IndexWords.group(group));
    }

    @Test
    void pointsWithoutARatioAreExplained() {
        isSaid(IndexWords.note(MetricScore.Basis.NONE_TO_COUNT));
        isSaid(IndexWords.note(MetricScore.Basis.NOT_KNOWN));
    }

    @ParameterizedTest
    @EnumSource(
            value = IndexMetric.class,
            names = {"DOSSIER_SYNC", "ONLINE_PAYMENT_FORMALITY", "ORIGINAL_RESULT_AVAILABLE"})
    void anotherDenominatorIsNamed(IndexMetric metric) {
        isSaid(IndexWords.otherDenominator(metric));
    }

    private static void isSaid(Term term) {
        assertThat(term.vi()).isNotBlank().isNotEqualTo(term.en());
        assertThat(term.en()).isNotBlank();
    }
}

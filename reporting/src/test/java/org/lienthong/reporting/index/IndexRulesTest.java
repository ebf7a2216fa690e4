package org.lienthong.reporting.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lienthong.reporting.index.MetricScore.Basis;

class IndexRulesTest {

    @Test
    void allGroupsTogetherMakeAHundred() {
        assertThat(Arrays.stream(IndexGroup.values()).map(IndexGroup::maximum)).containsExactly(18, 20, 12, 10, 22, 18);
    }

    @ParameterizedTest
    @EnumSource(IndexMetric.class)
    void pointsGrowWithTheRatioUntilTheyAreFull(IndexMetric metric) {
        long full = metric.fullAt() * 100L;

        assertThat(points(metric, 0, 10_000)).isEqualByComparingTo("0");
        assertThat(points(metric, full / 2, 10_000)).isEqualByComparingTo(BigDecimal.valueOf(metric.maximum() / 2.0));
        assertThat(points(metric, full * 99 / 100, 10_000)).isLessThan(maximum(metric));
        assertThat(points(metric, full, 10_000)).isEqualByComparingTo(maximum(metric));
        assertThat(points(metric, 10_000, 10_000)).isEqualByComparingTo(maximum(metric));
        assertThat(points(metric, 10_001, 10_000)).as("counts that disagree").isEqualByComparingTo(maximum(metric));
    }

    @ParameterizedTest
    @CsvSource({
        "TDGQ,                           0, 0",
        "PUBLISH_ON_TIME,                0, 0",
        "DOSSIER_SYNC,                   0, 0",
        "ONLINE_PAYMENT_DOSSIER,         0, 0",
        "DOSSIER_RECEIVING_SATISFACTION, 0, 0",
        "PETITION_PROCESSING_ON_TIME,    6, 0",
        "PETITION_HANDLING_SATISFACTION, 6, 0",
        "ELECTRONIC_CERTIFIED_COPY,      2, 2"
    })
    void nothingToCountIsNotTheSameAsNoCount(IndexMetric metric, BigDecimal whenNone, BigDecimal whenNotKnown) {
        MetricScore none = IndexRules.score(metric, Share.of(0L, 0L));
        MetricScore notKnown = IndexRules.score(metric, Share.of(null, null));

        assertThat(none.points()).isEqualByComparingTo(whenNone);
        assertThat(none.basis()).isEqualTo(Basis.NONE_TO_COUNT);
        assertThat(notKnown.points()).isEqualByComparingTo(whenNotKnown);
        assertThat(notKnown.basis()).isEqualTo(Basis.NOT_KNOWN);
        assertThat(IndexRules.score(metric, Share.of(null, 54L)).basis())
                .as("of a known number, nobody said how many")
                .isEqualTo(Basis.NOT_KNOWN);
    }

    /** What the National Public Service Portal published of Phú Thọ, with all parts of the group. */
    @Test
    void onlineServicesEarnTwoFourAndSix() {
        BigDecimal points = points(IndexMetric.ONLINE_FORMALITY, 31 + 21, 89)
                .add(points(IndexMetric.ONLINE_FORMALITY_USED, 518, 1_881))
                .add(points(IndexMetric.ONLINE_DOSSIER, 591_643, 600_057));

        assertThat(points).isEqualByComparingTo("8.56");
    }

    @Test
    void synchronisationIsOfTheLargerOfTwoCounts() {
        Share both = Share.ofLarger(90L, 100L, 120L);

        assertThat(both).isEqualTo(new Share(90L, 120L, 100L)).isEqualTo(Share.ofLarger(90L, 120L, 100L));
        assertThat(both.gap()).isEqualTo(20);
        assertThat(Share.ofLarger(90L, null, 100L)).isEqualTo(Share.ofLarger(90L, 100L, null));
        assertThat(Share.ofLarger(90L, null, 100L).gap()).isNull();
        assertThat(Share.ofLarger(90L, null, null).denominator()).isNull();
    }

    @Test
    void whatCanGainMostComesFirstWithWhatIsMissing() {
        Map<IndexMetric, Share> shares = full();
        shares.put(IndexMetric.TDGQ, Share.of(843L, 1_000L)); // 16.86
        shares.put(IndexMetric.REUSED_DIGITIZED_DATA, Share.of(100L, 1_000L)); // 0.25
        shares.put(IndexMetric.PETITION_PROCESSING_ON_TIME, Share.of(null, null)); // 0

        List<Raise> raises = IndexRules.raises(IndexRules.scores(shares));

        assertThat(raises)
                .extracting(
                        Raise::metric,
                        raise -> raise.gain().toString(),
                        raise -> raise.next().toString(),
                        Raise::missing,
                        Raise::missingForAll)
                .containsExactly(
                        tuple(IndexMetric.PETITION_PROCESSING_ON_TIME, "6.00", "0.50", null, null),
                        tuple(IndexMetric.TDGQ, "3.14", "17.00", 7L, 157L),
                        tuple(IndexMetric.REUSED_DIGITIZED_DATA, "1.75", "0.50", 98L, 698L));
    }

    @ParameterizedTest
    @EnumSource(IndexMetric.class)
    void whatIsMissingIsExactlyEnough(IndexMetric metric) {
        for (long denominator : new long[] {1, 7, 54, 398, 516_496}) {
            for (long numerator = 0; numerator < denominator; numerator += 1 + denominator / 13) {
                MetricScore score = IndexRules.score(metric, Share.of(numerator, denominator));
                for (Raise raise : IndexRules.raises(List.of(score))) {
                    long enough = numerator + raise.missing();
                    assertThat(raise.missing()).isPositive();
                    assertThat(points(metric, enough, denominator)).isGreaterThanOrEqualTo(raise.next());
                    assertThat(points(metric, enough - 1, denominator)).isLessThan(raise.next());
                    assertThat(points(metric, numerator + raise.missingForAll(), denominator))
                            .isEqualByComparingTo(maximum(metric));
                }
            }
        }
    }

    @Test
    void nothingIsLeftToRaiseOfAHundred() {
        List<MetricScore> scores = IndexRules.scores(full());

        assertThat(IndexRules.points(scores)).isEqualByComparingTo("100");
        assertThat(IndexRules.raises(scores)).isEmpty();
    }

    private static Map<IndexMetric, Share> full() {
        Map<IndexMetric, Share> shares = new EnumMap<>(IndexMetric.class);
        for (IndexMetric metric : IndexMetric.values()) {
            shares.put(metric, Share.of(10L, 10L));
        }
        return shares;
    }

    private static BigDecimal maximum(IndexMetric metric) {
        return BigDecimal.valueOf(metric.maximum());
    }

    private static BigDecimal points(IndexMetric metric, long numerator, long denominator) {
        return IndexRules.score(metric, Share.of(numerator, denominator)).points();
    }
}

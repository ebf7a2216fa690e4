package org.lienthong.reporting.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.index.IndexMetric.Absent;
import org.lienthong.reporting.index.MetricScore.Basis;

/**
 * From counts to points: {@code maximum × min(1, ratio ÷ fullAt)} for each metric, rounded to two decimals; a group and
 * the whole are sums of these. Reproduces what the National Public Service Portal publishes to the last digit: it, too,
 * adds up rounded points.
 */
final class IndexRules {

    private static final int DECIMALS = 2;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigDecimal STEP = new BigDecimal("0.50");

    /** What rounding adds at most. */
    private static final BigDecimal ROUNDED_UP = new BigDecimal("0.005");

    private static final Share NOT_COUNTED = new Share(null, null, null);

    private IndexRules() {}

    /** One score per metric, in their order; a metric without a share was not counted. */
    static List<MetricScore> scores(Map<IndexMetric, Share> shares) {
        return Arrays.stream(IndexMetric.values())
                .map(metric -> score(metric, shares.getOrDefault(metric, NOT_COUNTED)))
                .toList();
    }

    static MetricScore score(IndexMetric metric, Share share) {
        Long numerator = share.numerator();
        Long denominator = share.denominator();
        if (numerator != null && denominator != null && denominator > 0) {
            return new MetricScore(metric, share, Basis.RATIO, points(metric, numerator, denominator));
        }
        boolean none = denominator != null && denominator == 0;
        boolean full =
                metric.absent() == Absent.FULL_POINTS || (none && metric.absent() == Absent.FULL_POINTS_WHEN_NONE);
        BigDecimal points = BigDecimal.valueOf(full ? metric.maximum() : 0).setScale(DECIMALS);
        return new MetricScore(metric, share, none ? Basis.NONE_TO_COUNT : Basis.NOT_KNOWN, points);
    }

    /** Points of all these together. */
    static BigDecimal points(Collection<MetricScore> scores) {
        return scores.stream().map(MetricScore::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of every metric that can earn more, the one that can gain most first. */
    static List<Raise> raises(Collection<MetricScore> scores) {
        return scores.stream()
                .filter(score -> score.gain().signum() > 0)
                .sorted(Comparator.comparing(MetricScore::gain).reversed().thenComparing(MetricScore::metric))
                .map(IndexRules::raise)
                .toList();
    }

    private static BigDecimal points(IndexMetric metric, long numerator, long denominator) {
        BigDecimal maximum = BigDecimal.valueOf(metric.maximum()).setScale(DECIMALS);
        return maximum.multiply(BigDecimal.valueOf(numerator))
                .multiply(PERCENT)
                .divide(full(metric, denominator), DECIMALS, RoundingMode.HALF_UP)
                .min(maximum);
    }

    private static Raise raise(MetricScore score) {
        BigDecimal maximum = BigDecimal.valueOf(score.metric().maximum()).setScale(DECIMALS);
        BigDecimal next = score.points()
                .divideToIntegralValue(STEP)
                .add(BigDecimal.ONE)
                .multiply(STEP)
                .setScale(DECIMALS)
                .min(maximum);
        return new Raise(score.metric(), score.gain(), next, missing(score, next), missing(score, maximum));
    }

    /** The smallest number that has to be added to the numerator to earn so many points; null without a ratio. */
    private static @Nullable Long missing(MetricScore score, BigDecimal points) {
        Long numerator = score.share().numerator();
        Long denominator = score.share().denominator();
        if (score.basis() != Basis.RATIO || numerator == null || denominator == null) {
            return null;
        }
        long wanted = points.subtract(ROUNDED_UP)
                .multiply(full(score.metric(), denominator))
                .divide(PERCENT.multiply(BigDecimal.valueOf(score.metric().maximum())), 0, RoundingMode.CEILING)
                .longValueExact();
        return wanted - numerator;
    }

    /** A hundred times the numerator that earns the maximum. */
    private static BigDecimal full(IndexMetric metric, long denominator) {
        return BigDecimal.valueOf(denominator).multiply(BigDecimal.valueOf(metric.fullAt()));
    }
}

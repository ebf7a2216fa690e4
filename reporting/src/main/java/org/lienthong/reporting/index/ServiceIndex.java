package org.lienthong.reporting.index;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.words.Term;

/**
 * The index of a unit or an agency, as people see it. Points have two decimals, as the portal publishes them.
 *
 * @param raise what would raise it, the largest gain first
 */
public record ServiceIndex(BigDecimal total, int maximum, List<Group> groups, List<Gain> raise) {

    public record Group(
            String code, String nameVi, String name, BigDecimal points, int maximum, List<Metric> metrics) {}

    /**
     * A metric.
     *
     * @param numerator null, like the denominator: not known
     * @param otherDenominator what another source says; null: there is none, or it is not known
     * @param gap of the two denominators; null: there is only one
     * @param ratio with four decimals; null: there is none, and {@code note} says what the points come from
     * @param dossiers whether those that cost points can be listed
     */
    public record Metric(
            String code,
            String nameVi,
            String name,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable Long otherDenominator,
            @Nullable Term otherIs,
            @Nullable Long gap,
            @Nullable BigDecimal ratio,
            BigDecimal points,
            int maximum,
            boolean dossiers,
            @Nullable Term note) {}

    /**
     * What a metric can still earn.
     *
     * @param next the next full or half point, or the maximum
     * @param missing how many more of {@code counts} bring it there; null: nothing was counted
     * @param missingForAll how many bring it to its maximum
     */
    public record Gain(
            String metric,
            BigDecimal gain,
            BigDecimal next,
            @Nullable Long missing,
            @Nullable Long missingForAll,
            IndexMetric.Thing counts,
            Term action) {}

    static ServiceIndex of(Map<IndexMetric, Share> shares) {
        List<MetricScore> scores = IndexRules.scores(shares);
        return new ServiceIndex(
                IndexRules.points(scores),
                Arrays.stream(IndexGroup.values()).mapToInt(IndexGroup::maximum).sum(),
                Arrays.stream(IndexGroup.values())
                        .map(group -> group(group, scores))
                        .toList(),
                IndexRules.raises(scores).stream().map(ServiceIndex::gain).toList());
    }

    private static Group group(IndexGroup group, List<MetricScore> all) {
        List<MetricScore> scores =
                all.stream().filter(score -> score.metric().group() == group).toList();
        Term name = IndexWords.group(group);
        return new Group(
                group.name(),
                name.vi(),
                name.en(),
                IndexRules.points(scores),
                group.maximum(),
                scores.stream().map(ServiceIndex::metric).toList());
    }

    private static Metric metric(MetricScore score) {
        IndexMetric metric = score.metric();
        Share share = score.share();
        Term name = IndexWords.metric(metric);
        return new Metric(
                metric.name(),
                name.vi(),
                name.en(),
                share.numerator(),
                share.denominator(),
                share.otherDenominator(),
                share.otherDenominator() == null ? null : IndexWords.otherDenominator(metric),
                share.gap(),
                share.ratio(),
                score.points(),
                metric.maximum(),
                CostlyRules.isListed(metric),
                score.basis() == MetricScore.Basis.RATIO ? null : IndexWords.note(score.basis()));
    }

    private static Gain gain(Raise raise) {
        return new Gain(
                raise.metric().name(),
                raise.gain(),
                raise.next(),
                raise.missing(),
                raise.missingForAll(),
                raise.metric().thing(),
                IndexWords.action(raise.metric()));
    }
}

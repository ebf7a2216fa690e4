package org.lienthong.reporting.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lienthong.runtime.testing.SharedFiles;

/** The rules on the figures that the portal published of a province. These figures are not part of the project. */
class OfficialIndexTest {

    private static final String FIGURES = "data/index766/lamdong_766_2026-10-10.json";

    @ParameterizedTest
    @EnumSource(
            value = IndexMetric.class,
            names = {"TDGQ", "ONLINE_.*", "PAYMENT_.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    void everyMetricEarnsWhatWasPublished(IndexMetric metric) throws IOException {
        JsonNode official = metric(metric);

        assertThat(IndexRules.score(metric, share(official)).points())
                .isEqualByComparingTo(official.get(3).decimalValue());
        assertThat(metric.maximum()).isEqualTo(official.get(4).asInt());
    }

    @Test
    void everyPublishedMetricHasItsRule() throws IOException {
        assertThat(StreamSupport.stream(figures().get("metrics").spliterator(), false)
                        .map(metric -> metric.get(0).asText()))
                .allSatisfy(IndexMetric::valueOf)
                .hasSize(14);
    }

    @Test
    void progressIsWhatIsNotOverdue() throws IOException {
        JsonNode progress = figures().get("TDGQ");
        long received = progress.get("totalReceived").asLong();
        long inTime = received - progress.get("totalOverdue").asLong();

        assertThat(inTime).isEqualTo(progress.get("totalOnTime").asLong());
        assertThat(points(IndexMetric.TDGQ, inTime, received))
                .isEqualByComparingTo(progress.get("score").decimalValue());
    }

    /** Of the fee procedures offered online, the only count not published, exactly one number explains the score. */
    @Test
    void onlinePaymentLeavesOneNumberForThePartWithoutACount() throws IOException {
        JsonNode payment = figures().get("TTTT");
        long feeProcedures = payment.get("totalFeeFormality").asLong();
        BigDecimal counted = points(
                        IndexMetric.ONLINE_PAYMENT_DOSSIER,
                        payment.get("totalDossierOnlinePaymentSuccess").asLong(),
                        payment.get("totalDossierFinancialObligation").asLong())
                .add(points(
                        IndexMetric.ONLINE_PAYMENT_FORMALITY,
                        payment.get("totalDossierOnlineFormalityPaymentSuccess").asLong(),
                        feeProcedures));
        BigDecimal rest = payment.get("score").decimalValue().subtract(counted);

        assertThat(LongStream.rangeClosed(0, feeProcedures)
                        .filter(n -> points(IndexMetric.PAYMENT_FORMALITY_PROVIDED, n, feeProcedures)
                                        .compareTo(rest)
                                == 0))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = IndexGroup.class,
            names = {"CKMB", "MDSH", "MDHL"})
    void everyGroupEarnsTheSumOfItsMetrics(IndexGroup group) throws IOException {
        List<MetricScore> scores = new ArrayList<>();
        for (IndexMetric metric : group.metrics()) {
            scores.add(IndexRules.score(metric, share(metric(metric))));
        }

        assertThat(IndexRules.points(scores)).isEqualByComparingTo(group(group.name()));
    }

    /** The part without published counts is 4 × the online services in use: the other two are full. */
    @Test
    void theOnlineScoreIsWithinReach() throws IOException {
        int full = IndexMetric.ONLINE_FORMALITY.maximum() + IndexMetric.ONLINE_DOSSIER.maximum();

        assertThat(group(IndexGroup.ONLINE.name()))
                .isBetween(BigDecimal.valueOf(full), BigDecimal.valueOf(IndexGroup.ONLINE.maximum()));
    }

    @Test
    void theTotalIsTheSumOfTheGroups() throws IOException {
        BigDecimal sum = BigDecimal.ZERO;
        for (IndexGroup group : IndexGroup.values()) {
            sum = sum.add(group(group.name()));
        }

        assertThat(sum).isEqualByComparingTo(figures().get("totalScore").decimalValue());
    }

    private static BigDecimal group(String name) throws IOException {
        return figures().get("groupScores").get(name).decimalValue();
    }

    private static BigDecimal points(IndexMetric metric, long numerator, long denominator) {
        return IndexRules.score(metric, Share.of(numerator, denominator)).points();
    }

    private static Share share(JsonNode official) {
        return Share.of(number(official.get(1)), number(official.get(2)));
    }

    private static @Nullable Long number(JsonNode node) {
        return node.isNull() ? null : node.asLong();
    }

    private static JsonNode metric(IndexMetric metric) throws IOException {
        return StreamSupport.stream(figures().get("metrics").spliterator(), false)
                .filter(official -> official.get(0).asText().equals(metric.name()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode figures() throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(SharedFiles.orSkip(FIGURES).toFile());
    }
}

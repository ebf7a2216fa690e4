package org.lienthong.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.Claim;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.dossier.RandomLives;
import org.lienthong.streams.explain.Explanation.Answer;
import org.lienthong.streams.explain.Explanation.Change;
import org.lienthong.streams.explain.Explanation.Entry;
import org.lienthong.streams.explain.Explanation.Oddity;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.record.Trace;

/**
 * Whatever happened to a dossier, and however it arrived, the explanation ends in the record of the fold. Every run has
 * a new seed and prints it; {@code -Dconvergence.seed=N} repeats one.
 */
class ExplainedLivesTest {

    private static final int LIVES = 3_000;
    private static final List<@Nullable Object> BLANK =
            Arrays.asList(null, false, 0, 0L, List.of(), new BigDecimal("0.00"));

    private final long seed = Long.getLong("convergence.seed", System.nanoTime());
    private final RandomLives lives = new RandomLives(seed);
    private final FactCodec codec = new FactCodec(new AvroSerdes(new LocalSchemaRegistry(), true));

    @BeforeEach
    void printSeed() {
        System.out.println("convergence.seed=" + seed);
    }

    @Test
    void theExplanationEndsInTheRecordThatTheFoldGives() {
        lives().forEach((code, facts) -> {
            DossierRecord record = fold(facts);
            Explanation told = explain(code, lives.asDelivered(facts));

            for (Field field : FieldRules.ofRecord()) {
                if (!field.name().equals(FieldRules.PERMITS)) {
                    assertShows(told, field.name(), FieldRules.value(field, record.get(field.pos())));
                }
            }
            record.getPermits()
                    .forEach(permit -> FieldRules.ofPermit()
                            .forEach(field -> assertShows(
                                    told,
                                    FieldRules.ofPermit(permit.getPermitNumber()) + "/" + field.name(),
                                    FieldRules.value(field, permit.get(field.pos())))));
            assertThat(told.entries()).as(named(code)).hasSize(record.getEventCount());
            assertThat(told.entries().stream().flatMap(entry -> entry.anomalies().stream()))
                    .as(named(code))
                    .extracting(Oddity::code)
                    .containsExactlyElementsOf(record.getAnomalies().stream()
                            .map(anomaly -> anomaly.getCode())
                            .toList());
            assertThat(told.answers().stream().flatMap(answer -> answer.claims().stream()))
                    .as(named(code))
                    .hasSameSizeAs(record.getClaims());
        });
    }

    @Test
    void everyChangeHasItsRuleAndBeginsWhereTheLastOneEnded() {
        lives().forEach((code, facts) -> {
            Explanation told = explain(code, facts);

            assertThat(told.entries().stream().flatMap(entry -> entry.changes().stream()))
                    .as(named(code))
                    .allSatisfy(change ->
                            assertThat(change.rules()).doesNotHaveDuplicates().isNotEmpty());
            for (Answer answer : told.answers()) {
                List<Change> latestFirst = answer.settings().stream()
                        .map(setting -> setting.change())
                        .toList();
                for (int i = 1; i < latestFirst.size(); i++) {
                    assertThat(latestFirst.get(i - 1).before())
                            .as(named(code))
                            .isEqualTo(latestFirst.get(i).after());
                }
            }
        });
    }

    @Test
    void everyClaimThatStandsWasToldOfTheEventThatMadeIt() {
        lives().forEach((code, facts) -> {
            Explanation told = explain(code, facts);

            for (Claim claim : fold(facts).getClaims()) {
                assertThat(told.entries().stream()
                                .filter(entry -> entry.eventId().equals(claim.getEventId()))
                                .map(Entry::claims)
                                .flatMap(List::stream))
                        .as(named(code))
                        .anySatisfy(made -> {
                            assertThat(made.field()).isEqualTo(claim.getField());
                            assertThat(made.agencyId()).isEqualTo(claim.getAgencyId());
                        });
            }
        });
    }

    private Map<String, List<Fact>> lives() {
        return IntStream.range(0, LIVES)
                .mapToObj(i -> "H36.25-250602-%05d".formatted(i))
                .collect(Collectors.toMap(
                        code -> code,
                        code -> lives.next(code).stream()
                                .map(event -> event instanceof PermitEvent permit
                                        ? Fact.of(permit)
                                        : Fact.of((DossierEvent) event))
                                .toList()));
    }

    private DossierRecord fold(List<Fact> facts) {
        List<Fact> ordered = facts.stream().distinct().sorted(codec.foldOrder()).toList();
        DossierRecord record = RecordFold.blank(ordered.get(0));
        RecordFold fold = new RecordFold(Reference.NONE, Trace.NONE);
        ordered.forEach(fact -> fold.apply(record, fact));
        return record;
    }

    private Explanation explain(String code, List<Fact> facts) {
        return ExplainRules.explain(code, facts, codec.foldOrder(), Reference.NONE);
    }

    /** A field that no event touched is as a blank record has it. */
    private void assertShows(Explanation told, String field, Value expected) {
        told.answers().stream()
                .filter(answer ->
                        answer.field().equals(field) && !answer.settings().isEmpty())
                .findFirst()
                .ifPresentOrElse(
                        answer -> assertThat(answer.present())
                                .as("%s %s", named(told.dossierCode()), field)
                                .isEqualTo(expected),
                        () -> assertThat(expected.shown())
                                .as("%s %s", named(told.dossierCode()), field)
                                .isIn(BLANK));
    }

    private String named(String code) {
        return "convergence.seed=" + seed + " " + code;
    }
}

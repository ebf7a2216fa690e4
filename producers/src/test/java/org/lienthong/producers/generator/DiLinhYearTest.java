package org.lienthong.producers.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lienthong.producers.publish.EventRules;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierResolved;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.ResultReturned;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.permit.PermitIssued;
import org.lienthong.schemas.reference.Sector;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiLinhYearTest {

    private static final int DOSSIERS = 4_000;

    private final DiLinhYear year = new DiLinhYear(766);
    private final RecordingSink sink = new RecordingSink();
    private Expectation expectation = year.expect(0, 0, DiLinhYear.END);

    @BeforeAll
    void emit() {
        expectation = year.emit(0, DOSSIERS, DiLinhYear.END, sink, opened -> {});
    }

    @Test
    void theExpectationIsWhatWasSent() {
        assertThat(sink.flushed).isTrue();
        assertThat(expectation.dossiers()).isEqualTo(DOSSIERS);
        assertThat(sink.dossierEvents).hasSize((int) expectation.dossierEvents().published());
        assertThat(sink.permitEvents).hasSize((int) expectation.permitEvents().published());
        assertThat(sink.reports).hasSize((int) expectation.readinessReports());
        assertThat(sink.serviceReports).hasSize((int) expectation.serviceReports());
        assertThat(sink.wrong.stream().collect(Collectors.groupingBy(WrongRecord::kind, Collectors.counting())))
                .isEqualTo(expectation.wrong());
        assertThat(distinct(sink)).hasSize((int) (expectation.dossierEvents().distinct()
                + expectation.permitEvents().distinct()));

        Map<String, DossierEvent> newest = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Map<String, Long> kinds = new TreeMap<>();
        long late = 0;
        for (DossierEvent event : sink.dossierEvents) {
            if (!seen.add(event.getHeader().getEventId())) {
                continue;
            }
            kinds.merge(event.getPayload().getClass().getSimpleName(), 1L, Long::sum);
            DossierEvent before = newest.get(event.getDossierCode());
            boolean isLate = before != null && happened(event).compareTo(happened(before)) < 0;
            late += isLate ? 1 : 0;
            if (!isLate) {
                newest.put(event.getDossierCode(), event);
            }
        }
        assertThat(late).isEqualTo(expectation.dossierEvents().late()).isPositive();
        assertThat(sink.dossierEvents.size() - seen.size())
                .isEqualTo((int) expectation.dossierEvents().duplicates())
                .isPositive();
        assertThat(expectation.distinctByKind()).containsAllEntriesOf(kinds);
        assertThat(newest).hasSize(DOSSIERS);
        assertThat(expectation.receivedByUnit().values().stream()
                        .mapToLong(n -> n)
                        .sum())
                .isEqualTo(DOSSIERS);
    }

    @Test
    void everyEventPassesTheRulesAndHappenedBeforeNow() {
        for (DossierEvent event : sink.dossierEvents) {
            assertThat(EventRules.problem(event)).isEmpty();
            assertThat(happened(event)).isBeforeOrEqualTo(DiLinhYear.END);
        }
        for (PermitEvent event : sink.permitEvents) {
            assertThat(EventRules.problem(event)).isEmpty();
            assertThat(event.getHeader().getOccurredAt()).isBeforeOrEqualTo(DiLinhYear.END);
        }
        sink.reports.forEach(report -> assertThat(EventRules.problem(report)).isEmpty());
        sink.serviceReports.forEach(
                report -> assertThat(EventRules.problem(report)).isEmpty());
    }

    @Test
    void anotherRunIsTheSameAndALongerOneExtendsAShorterOne() {
        RecordingSink again = new RecordingSink();
        Expectation same = new DiLinhYear(766).emit(0, DOSSIERS, DiLinhYear.END, again, opened -> {});
        assertThat(same).isEqualTo(expectation);
        assertThat(again.dossierEvents).isEqualTo(sink.dossierEvents);
        assertThat(again.permitEvents).isEqualTo(sink.permitEvents);
        assertThat(again.wrong).isEqualTo(sink.wrong);
        assertThat(again.serviceReports).isEqualTo(sink.serviceReports);

        RecordingSink first = new RecordingSink();
        RecordingSink rest = new RecordingSink();
        year.emit(0, 1_000, DiLinhYear.END, first, opened -> {});
        year.emit(1_000, DOSSIERS, DiLinhYear.END, rest, opened -> {});
        Set<Object> parts = distinct(first);
        assertThat(parts).doesNotContainAnyElementsOf(distinct(rest));
        parts.addAll(distinct(rest));
        assertThat(parts).isEqualTo(distinct(sink));
        assertThat(rest.reports).isEmpty();
        assertThat(rest.serviceReports)
                .as("stated again, over all dossiers by now")
                .isEqualTo(sink.serviceReports);

        assertThat(new DiLinhYear(767).expect(0, DOSSIERS, DiLinhYear.END)).isNotEqualTo(expectation);
    }

    @Test
    void anEarlierNowGivesThePartOfTheYearUntilThen() {
        Instant reform = Offices.REFORM;
        RecordingSink half = new RecordingSink();
        year.emit(0, DOSSIERS, reform, half, opened -> {});

        Set<Object> expected = Stream.concat(
                        sink.dossierEvents.stream().filter(e -> !happened(e).isAfter(reform)),
                        sink.permitEvents.stream()
                                .filter(e -> !e.getHeader().getOccurredAt().isAfter(reform)))
                .collect(Collectors.toSet());
        assertThat(distinct(half)).isEqualTo(expected);
    }

    @Test
    void dossiersAreFiledAtUnitsAndAgenciesOfTheirDay() {
        ReferenceData data = year.referenceData();
        Set<String> units = new HashSet<>();
        Set<Sector> sectors = new HashSet<>();
        for (DossierEvent event : sink.dossierEvents) {
            if (event.getPayload() instanceof DossierSubmitted submitted) {
                LocalDate day = happened(event).atZone(WorkingTime.ZONE).toLocalDate();
                assertThat(data.unitOn(submitted.getUnitCode(), day)).isPresent();
                assertThat(data.agenciesOn(submitted.getUnitCode(), day))
                        .extracting(a -> a.getId())
                        .contains(submitted.getReceivingAgency());
                assertThat(event.getDossierCode()).startsWith(submitted.getReceivingAgency() + "-25");
                units.add(ReferenceData.key(
                        data.unitOn(submitted.getUnitCode(), day).orElseThrow()));
                sectors.add(submitted.getSector());
            }
        }
        assertThat(units).as("19 + 7 communes, a district, a province twice").hasSize(29);
        assertThat(units).isEqualTo(expectation.receivedByUnit().keySet());
        assertThat(sectors).hasSize(10).doesNotContain(Sector.OTHER);
    }

    @Test
    void theYearLooksLikeAYear() {
        Map<String, Instant> due = new HashMap<>();
        Map<String, Instant> resolved = new HashMap<>();
        for (DossierEvent event : sink.dossierEvents) {
            if (event.getPayload() instanceof DossierAccepted accepted) {
                assertThat(accepted.getDueAt()).isAfter(happened(event));
                due.put(event.getDossierCode(), accepted.getDueAt());
            } else if (event.getPayload() instanceof DossierResolved) {
                resolved.put(event.getDossierCode(), happened(event));
            }
        }
        long late = resolved.entrySet().stream()
                .filter(e -> e.getValue().isAfter(due.get(e.getKey())))
                .count();
        assertThat((double) late / resolved.size()).isCloseTo(0.13, within(0.05));
        assertThat((double) expectation.dossierEvents().distinct() / DOSSIERS).isBetween(6.5, 9.5);
        assertThat(expectation.distinctByKind())
                .containsKeys(
                        "DossierRefused",
                        "DossierForwarded",
                        "SupplementRequested",
                        "SupplementReceived",
                        "PaymentRequested",
                        "PaymentRecorded",
                        "DossierWithdrawn",
                        "DossierSuspended",
                        "DossierResumed",
                        "ResultReturned",
                        "DossierRated",
                        "DossierCorrected",
                        "PermitIssued",
                        "PermitAmended",
                        "PermitSuspended",
                        "PermitRevoked",
                        "PermitExpired");
        assertThat(expectation.wrong()).containsOnlyKeys(WrongKind.values());
        Set<Sector> permitted = sink.permitEvents.stream()
                .filter(e -> e.getPayload() instanceof PermitIssued)
                .map(e -> ((PermitIssued) e.getPayload()).getSector())
                .collect(Collectors.toSet());
        assertThat(permitted).hasSize(10);
    }

    @Test
    void timesOfADossierFollowItsStory() {
        Map<String, Instant> submitted = new HashMap<>();
        Map<String, Instant> resolved = new HashMap<>();
        List<DossierEvent> inOrder = sink.dossierEvents.stream()
                .sorted(java.util.Comparator.comparing(DiLinhYearTest::happened)
                        .thenComparing(e -> e.getHeader().getSequence()))
                .toList();
        for (DossierEvent event : inOrder) {
            String code = event.getDossierCode();
            if (event.getPayload() instanceof DossierSubmitted) {
                submitted.put(code, happened(event));
            } else {
                assertThat(submitted).as("submitted is the first event").containsKey(code);
            }
            if (event.getPayload() instanceof DossierResolved) {
                resolved.put(code, happened(event));
            }
            if (event.getPayload() instanceof ResultReturned) {
                assertThat(resolved).containsKey(code);
            }
        }
    }

    @Test
    void aHundredThousandEventsASecondOrNearlySo() {
        long start = System.nanoTime();
        Expectation large = year.expect(0, 40_000, DiLinhYear.END);
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
        System.out.printf("generated %d records in %.1f s%n", large.records(), seconds);
        assertThat(large.records() / seconds)
                .as("records a second; far below the usual, so that a busy machine passes")
                .isGreaterThan(10_000);
    }

    private static Instant happened(DossierEvent event) {
        return event.getHeader().getOccurredAt();
    }

    private static Set<Object> distinct(RecordingSink sink) {
        return Stream.concat(sink.dossierEvents.stream(), sink.permitEvents.stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}

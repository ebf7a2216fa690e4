package org.lienthong.producers.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.readiness.ServiceReport;

/** The monthly reports that go with the made-up year. */
class ServiceReportsTest {

    private static final RecordingSink SINK = new RecordingSink();

    @BeforeAll
    static void emit() {
        new DiLinhYear(766).emit(0, 3_000, DiLinhYear.END, SINK, opened -> {});
    }

    @Test
    void everyAgencyReportsEachMonthThatItExists() {
        assertThat(SINK.serviceReports)
                .extracting(report -> report.getHeader().getAgencyId() + "|" + report.getMonth())
                .doesNotHaveDuplicates()
                .as("11 of the province all year, a district and 19 communes until June, 7 communes since July")
                .hasSize(12 * 11 + 6 * 20 + 6 * 7)
                .contains("H36.25|2025-06", "H36.25.01|2025-06", "H36.100|2025-07", "H36.100|2025-12")
                .doesNotContain("H36.25|2025-07", "H36.100|2025-06");
        assertThat(SINK.serviceReports)
                .extracting(report -> report.getHeader().getEventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void thePortalCountsWhatWasFiledAndTheNationalReportDiffersNowAndThen() {
        Map<String, Long> filed = new HashMap<>();
        for (DossierEvent event : SINK.dossierEvents) {
            if (event.getPayload() instanceof DossierSubmitted submitted) {
                String month = YearMonth.from(event.getHeader().getOccurredAt().atOffset(WorkingTime.OFFSET))
                        .toString();
                filed.merge(submitted.getReceivingAgency() + "|" + month + "|" + event.getDossierCode(), 1L, Math::max);
            }
        }
        Map<String, Long> counted = new HashMap<>();
        filed.keySet().forEach(key -> counted.merge(key.substring(0, key.lastIndexOf('|')), 1L, Long::sum));

        List<ServiceReport> taking = SINK.serviceReports.stream()
                .filter(report -> report.getPortalReceived() != null)
                .toList();
        assertThat(taking)
                .allSatisfy(report -> assertThat(report.getPortalReceived())
                        .isEqualTo(
                                counted.getOrDefault(report.getHeader().getAgencyId() + "|" + report.getMonth(), 0L)));
        long differing = taking.stream()
                .filter(report -> !report.getPortalReceived().equals(report.getNationalReceived()))
                .count();
        assertThat((double) differing / taking.size()).isBetween(0.1, 0.3);
    }

    @Test
    void whatAnAgencyHasNoPartInIsNullAndNoneIsZero() {
        assertThat(SINK.serviceReports).anySatisfy(report -> {
            assertThat(report.getPetitions()).isZero();
            assertThat(report.getPetitionsOnTime()).isZero();
        });
        assertThat(SINK.serviceReports).anySatisfy(report -> {
            assertThat(report.getPetitions()).isNull();
            assertThat(report.getPetitionsOnTime()).isNull();
        });
        assertThat(of("H36"))
                .allSatisfy(report -> assertThat(report.getPortalReceived()).isNull());
        assertThat(of("H36.100")).allSatisfy(report -> {
            assertThat(report.getPublicationsDue()).isNull();
            assertThat(report.getCertifiedCopiesDue()).isNotNull();
        });
        assertThat(of("H36.05")).allSatisfy(report -> {
            assertThat(report.getPublicationsDue()).isNotNull();
            assertThat(report.getCertifiedCopies()).isNull();
        });
    }

    @Test
    void aMonthIsReportedWhenItHasEnded() {
        RecordingSink half = new RecordingSink();
        new DiLinhYear(766).emit(0, 100, Instant.parse("2025-06-30T12:00:00Z"), half, opened -> {});

        assertThat(half.serviceReports)
                .extracting(ServiceReport::getMonth)
                .contains("2025-05")
                .doesNotContain("2025-06");
    }

    private static List<ServiceReport> of(String agency) {
        return SINK.serviceReports.stream()
                .filter(report -> report.getHeader().getAgencyId().equals(agency))
                .toList();
    }
}

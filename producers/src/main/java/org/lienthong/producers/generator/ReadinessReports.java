package org.lienthong.producers.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lienthong.producers.publish.EventIds;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.SecurityMeasure;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.UnitLevel;

/** What the agencies report of their machines and networks, each quarter that they exist; slowly it gets better. */
final class ReadinessReports {

    private static final int QUARTERS = 4;

    /** Far from the numbers of dossiers. */
    private static final long FIRST = 1L << 40;

    private ReadinessReports() {}

    static List<Delivery> of(ReferenceData data, long seed, Instant now) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            LocalDate day = LocalDate.of(Calendar.YEAR, quarter * 3 + 1, 15);
            Instant at = day.atTime(9, 0).toInstant(WorkingTime.OFFSET);
            for (int i = 0; i < data.agencies().size() && !at.isAfter(now); i++) {
                Agency agency = data.agencies().get(i);
                if (data.agenciesOn(agency.getUnitCode(), day).anyMatch(agency::equals)) {
                    // The same agency draws the same dice every quarter, so that its reports belong together.
                    AgencyReadiness report = report(agency, quarter, at.plusSeconds(i), new Dice(seed, FIRST + i));
                    deliveries.add(new Delivery(at.plusSeconds(i), -1, deliveries.size(), report));
                }
            }
        }
        return deliveries;
    }

    private static AgencyReadiness report(Agency agency, int quarter, Instant at, Dice dice) {
        boolean commune = agency.getLevel() == UnitLevel.COMMUNE;
        int computers = commune ? dice.between(8, 24) : dice.between(40, 120);
        int old = (int) (computers * (0.2 + 0.3 * dice.fraction()));
        int staff = computers + dice.between(0, 5);
        int trained = (int) (staff * (0.3 + 0.4 * dice.fraction()));
        double bandwidth = dice.chance(0.1) ? -1 : commune ? dice.between(10, 100) : dice.between(100, 500);
        List<SecurityMeasure> measures = new ArrayList<>();
        for (SecurityMeasure measure : SecurityMeasure.values()) {
            if (measure != SecurityMeasure.OTHER && dice.chance(commune ? 0.5 : 0.8)) {
                measures.add(measure);
            }
        }
        EventHeader header = new EventHeader("", "bao-cao-ha-tang", agency.getId(), at, (long) quarter + 1);
        AgencyReadiness report = new AgencyReadiness(
                header,
                agency.getUnitCode(),
                computers,
                Math.max(0, old - quarter),
                !commune || dice.chance(0.85),
                bandwidth < 0 ? null : bandwidth,
                measures,
                staff,
                Math.min(staff, trained + 2 * quarter));
        header.setEventId(EventIds.of(report));
        return report;
    }
}

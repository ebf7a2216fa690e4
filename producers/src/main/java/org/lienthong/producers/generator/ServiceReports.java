package org.lienthong.producers.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lienthong.producers.publish.EventIds;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * What the agencies state about each month that they exist, when it ends: procedures published, dossiers counted by
 * portal and national report, copies, petitions.
 *
 * <p>What an agency has no part in is null, not zero: the province's committee takes no dossiers in, communes publish
 * no procedures, departments certify no copies, and some agencies keep no count of petitions. An agency that counts
 * them and received none says zero.
 */
final class ServiceReports {

    /** The portal closes its books shortly before the month ends. */
    private static final LocalTime CLOSING = LocalTime.of(23, 30);

    /** Far from the numbers of dossiers and from the dice of readiness reports. */
    private static final long FIRST = 1L << 41;

    private static final int MONTHS = 12;

    /** Sits above its departments and handles nothing itself. */
    private static final String PROVINCE_COMMITTEE = "H36";

    /** A counter that takes dossiers in, in one month. */
    record Counter(String agencyId, YearMonth month) {}

    private ServiceReports() {}

    /**
     * The reports of all months that have ended.
     *
     * @param filings dossiers that each agency took in, of the first {@code dossiers} of the year
     * @param dossiers a statement over more of them is a later one
     */
    static List<Delivery> of(ReferenceData data, long seed, Map<Counter, Long> filings, int dossiers, Instant now) {
        List<Delivery> deliveries = new ArrayList<>();
        for (int number = 1; number <= MONTHS; number++) {
            YearMonth month = YearMonth.of(Calendar.YEAR, number);
            LocalDate day = month.atEndOfMonth();
            Instant at = day.atTime(CLOSING).toInstant(WorkingTime.OFFSET);
            for (int i = 0; i < data.agencies().size() && !at.isAfter(now); i++) {
                Agency agency = data.agencies().get(i);
                if (data.agenciesOn(agency.getUnitCode(), day).anyMatch(agency::equals)) {
                    long filed = filings.getOrDefault(new Counter(agency.getId(), month), 0L);
                    EventHeader header = new EventHeader("", "bao-cao-thang", agency.getId(), at, (long) dossiers);
                    ServiceReport report = new Statement(agency, new Dice(seed, FIRST + i), month)
                            .report(header, filed, new Dice(seed, FIRST + (long) number * 1_000 + i));
                    header.setEventId(EventIds.of(report));
                    deliveries.add(new Delivery(at, -2, deliveries.size(), report));
                }
            }
        }
        return deliveries;
    }

    /** What one agency states about one month. */
    private static final class Statement {

        private final Agency agency;
        private final YearMonth month;
        private final boolean commune;
        private final boolean publishesProcedures;
        private final boolean takesDossiers;
        private final boolean certifiesCopies;
        private final boolean countsPetitions;
        private final double care;

        /** @param nature of the agency, the same every month */
        Statement(Agency agency, Dice nature, YearMonth month) {
            this.agency = agency;
            this.month = month;
            commune = agency.getLevel() == UnitLevel.COMMUNE;
            publishesProcedures = agency.getLevel() == UnitLevel.PROVINCE;
            takesDossiers = !agency.getId().equals(PROVINCE_COMMITTEE);
            certifiesCopies = agency.getLevel() != UnitLevel.PROVINCE;
            countsPetitions = !nature.chance(0.1);
            care = 0.85 + 0.15 * nature.fraction();
        }

        ServiceReport report(EventHeader header, long filed, Dice dice) {
            ServiceReport.Builder report = ServiceReport.newBuilder()
                    .setHeader(header)
                    .setUnitCode(agency.getUnitCode())
                    .setMonth(month.toString());
            if (publishesProcedures) {
                long due = dice.between(0, 6);
                report.setPublicationsDue(due).setPublishedOnTime(most(due, dice));
            }
            long updates = dice.between(2, commune ? 15 : 30);
            long checked = dice.between(3, 10);
            report.setUpdatesDue(updates)
                    .setUpdatedOnTime(most(updates, dice))
                    .setContentsChecked(checked)
                    .setContentsComplete(most(checked, dice));
            if (takesDossiers) {
                received(report, filed, dice);
            }
            if (certifiesCopies) {
                long copies = dice.between(0, commune ? 12 : 30);
                report.setCertifiedCopiesDue(copies).setCertifiedCopies(most(copies, dice));
            }
            if (countsPetitions) {
                long petitions = commune ? dice.between(0, 3) : dice.between(0, 9);
                report.setPetitions(petitions)
                        .setPetitionsOnTime(most(petitions, dice))
                        .setPetitionsSatisfied(most(petitions, dice));
            }
            return report.build();
        }

        /** In one month of five the national report has not the same number as the portal: it was drawn earlier. */
        private void received(ServiceReport.Builder report, long filed, Dice dice) {
            boolean differs = dice.chance(0.2);
            long missing = Math.max(1, filed / 50);
            long national = differs ? Math.max(0, filed - missing) : filed;
            report.setPortalReceived(filed).setNationalReceived(national).setSynced(most(filed, dice));
        }

        /** The greater part of a whole; how great depends on the agency's care. */
        private long most(long whole, Dice dice) {
            long part = 0;
            for (long one = 0; one < whole; one++) {
                part += dice.chance(care) ? 1 : 0;
            }
            return part;
        }
    }
}

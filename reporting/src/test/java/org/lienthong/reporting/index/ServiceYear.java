package org.lienthong.reporting.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitCell;

/**
 * The year 2025 of a province, dossier by dossier: communes 1 and 2 of district 679 became commune 1, communes 4 and 5
 * stayed, and the district became an area. Written as the platform writes it: dossiers, cells, statements.
 */
final class ServiceYear {

    static final LocalDate OLD = LocalDate.of(2004, 1, 1);
    static final LocalDate LAST = LocalDate.of(2025, 6, 30);
    static final LocalDate NEW = LocalDate.of(2025, 7, 1);

    private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("2199-01-01T00:00:00Z");
    private static final int DOSSIERS = 600;

    private final Random random = new Random(766);
    private final List<Filed> dossiers = new ArrayList<>();
    private final List<ServiceReport> reports = new ArrayList<>();

    /** A dossier and what it counts as. */
    record Filed(DossierRecord record, LocalDate unitSince, String month, Figures figures) {

        /** Its dated unit, {@code code@validFrom}. */
        String unit() {
            return record.getUnitCode() + "@" + unitSince;
        }
    }

    ServiceYear() {
        for (int i = 0; i < DOSSIERS; i++) {
            dossiers.add(filed("H36-%06d-%04d".formatted(250_101 + i, i)));
        }
        for (int month = 1; month <= 12; month++) {
            for (String unit : month < 7 ? List.of("1", "2", "4", "5") : List.of("1", "4", "5")) {
                reports.add(report(unit, "2025-%02d".formatted(month)));
            }
        }
    }

    List<Filed> dossiers() {
        return dossiers;
    }

    List<ServiceReport> reports() {
        return reports;
    }

    List<Procedure> procedures() {
        return List.of(
                procedure("P", UnitLevel.PROVINCE, true, true),
                procedure("D", UnitLevel.DISTRICT, true, false),
                procedure("A", UnitLevel.COMMUNE, true, true),
                procedure("B", UnitLevel.COMMUNE, false, true),
                procedure("C", UnitLevel.COMMUNE, true, false),
                procedure("U", UnitLevel.COMMUNE, true, true));
    }

    void write(SinkRows rows) {
        rows.units(units());
        procedures().forEach(rows::procedure);
        rows.agency(agency("H36", null, "68", UnitLevel.PROVINCE));
        for (String commune : List.of("1", "2", "4", "5")) {
            rows.agency(agency("H36." + commune, "H36", commune, UnitLevel.COMMUNE));
        }
        rows.dossiers(dossiers.stream().map(Filed::record).toList());
        rows.cells(cells());
        rows.serviceReports(reports);
    }

    private static List<Unit> units() {
        return List.of(
                Samples.unit("68", OLD, null, UnitLevel.PROVINCE, "Tỉnh", null),
                ended("679", UnitLevel.DISTRICT, "68", "679"),
                Unit.newBuilder(Samples.unit("679", NEW, null, UnitLevel.AREA, "Khu vực", "68"))
                        .setMembers(List.of("1"))
                        .build(),
                ended("1", UnitLevel.COMMUNE, "679", "1"),
                ended("2", UnitLevel.COMMUNE, "679", "1"),
                Samples.unit("1", NEW, null, UnitLevel.COMMUNE, "Xã mới", "68"),
                Samples.unit("4", OLD, null, UnitLevel.COMMUNE, "Xã bốn", "68"),
                Samples.unit("5", OLD, null, UnitLevel.COMMUNE, "Xã năm", "68"));
    }

    private static Unit ended(String code, UnitLevel level, String parent, String successor) {
        return Unit.newBuilder(Samples.unit(code, OLD, LAST, level, "Cũ " + code, parent))
                .setSuccessors(List.of(new Successor(successor, null)))
                .build();
    }

    private static Procedure procedure(String code, UnitLevel level, boolean fee, boolean online) {
        return Procedure.newBuilder(Samples.procedure())
                .setCode(code)
                .setLevel(level)
                .setFee(fee)
                .setOnline(online)
                .build();
    }

    private static Agency agency(String id, @Nullable String parent, String unit, UnitLevel level) {
        return Agency.newBuilder(Samples.agency())
                .setId(id)
                .setParentId(parent)
                .setUnitCode(unit)
                .setLevel(level)
                .build();
    }

    private Filed filed(String code) {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(365));
        boolean before = day.isBefore(NEW);
        String unit = one(before ? List.of("1", "2", "4", "5", "679") : List.of("1", "4", "5"));
        boolean finished = random.nextInt(4) > 0;
        boolean inTime = random.nextInt(5) > 0;
        boolean withdrawn = !finished && random.nextInt(3) == 0;
        boolean online = chance();
        boolean result = chance();
        boolean fee = chance();
        boolean paid = fee && chance();
        boolean digitised = chance();
        boolean reused = random.nextInt(10) == 0;
        boolean population = chance();
        boolean stored = random.nextInt(10) == 0;
        Integer rating = chance() ? 1 + random.nextInt(5) : null;
        Instant at = day.atTime(LocalTime.NOON).atZone(WorkingTime.ZONE).toInstant();
        DossierRecord record = DossierRecord.newBuilder(Samples.dossier(code, 2))
                .setAliases(List.of())
                .setUnitCode(unit)
                .setHolderAgency("H36." + (unit.equals("679") ? "1" : unit))
                .setProcedureCode(one(List.of("P", "D", "A", "B", "C", "X")))
                .setStatus(withdrawn ? DossierStatus.WITHDRAWN : DossierStatus.IN_PROGRESS)
                .setFirstEventAt(at)
                .setSubmittedAt(at)
                .setDueAt(inTime ? FAR_AWAY : LONG_AGO)
                .setFinishedAt(finished ? at : null)
                .setOverdueFrom(finished || withdrawn ? null : inTime ? FAR_AWAY : LONG_AGO)
                .setChannel(online ? Channel.ONLINE : Channel.DIRECT)
                .setElectronicResult(result)
                .setFeesRequested(new BigDecimal(fee ? "15000.00" : "0.00"))
                .setFeesPaid(new BigDecimal("0.00"))
                .setPaidOnline(paid)
                .setPapersDigitised(digitised ? 1 : 0)
                .setPapersReused(reused ? 1 : 0)
                .setPopulationData(population)
                .setCitizenStore(stored)
                .setRating(rating)
                .build();
        Figures figures = Figures.newBuilder()
                .setReceived(1)
                .setInProgress(one(!finished && !withdrawn))
                .setOnTime(one(finished && inTime))
                .setLate(one(finished && !inTime))
                .setOverdue(one(!finished && !withdrawn && !inTime))
                .setWithdrawn(one(withdrawn))
                .setOnline(one(online))
                .setFeeRequired(one(fee))
                .setPaidOnlineOfFee(one(paid))
                .setElectronicResult(one(finished && result))
                .setDigitised(one(digitised))
                .setReused(one(reused))
                .setPopulationData(one(population))
                .setCitizenStore(one(stored))
                .setRated(one(rating != null))
                .setSatisfied(one(rating != null && rating >= 4))
                .build();
        LocalDate since = before || unit.equals("4") || unit.equals("5") ? OLD : NEW;
        return new Filed(record, since, day.toString().substring(0, 7), figures);
    }

    private List<UnitCell> cells() {
        Map<List<Object>, UnitCell> cells = new LinkedHashMap<>();
        for (Filed filed : dossiers) {
            DossierRecord r = filed.record();
            List<Object> key =
                    List.of(filed.unit(), filed.month(), r.getProcedureCode(), r.getChannel(), r.getHolderAgency());
            UnitCell cell = cells.computeIfAbsent(
                    key,
                    absent -> UnitCell.newBuilder(Samples.cell(
                                    r.getUnitCode(),
                                    filed.unitSince(),
                                    Sector.CONSTRUCTION,
                                    filed.month(),
                                    r.getHolderAgency(),
                                    new Figures()))
                            .setProcedureCode(r.getProcedureCode())
                            .setChannel(r.getChannel())
                            .build());
            for (int field = 0; field < Figures.getClassSchema().getFields().size(); field++) {
                cell.getFigures()
                        .put(
                                field,
                                (Long) cell.getFigures().get(field)
                                        + (Long) filed.figures().get(field));
            }
        }
        return List.copyOf(cells.values());
    }

    /** Some agencies have no count of petitions, and none has certified copies. */
    private ServiceReport report(String unit, String month) {
        long received = 10 + random.nextInt(20);
        Long petitions = unit.equals("4") ? null : (long) random.nextInt(5);
        return ServiceReport.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId("s-" + unit + month)
                        .setSourceSystem("reports")
                        .setAgencyId("H36." + unit)
                        .setOccurredAt(LONG_AGO)
                        .build())
                .setUnitCode(unit)
                .setMonth(month)
                .setPublicationsDue(5L)
                .setPublishedOnTime((long) random.nextInt(6))
                .setUpdatesDue(4L)
                .setUpdatedOnTime((long) random.nextInt(5))
                .setContentsChecked(3L)
                .setContentsComplete((long) random.nextInt(4))
                .setNationalReceived(received)
                .setPortalReceived(received + random.nextInt(3))
                .setSynced(received - random.nextInt(3))
                .setPetitions(petitions)
                .setPetitionsOnTime(petitions)
                .setPetitionsSatisfied(petitions == null ? null : petitions / 2)
                .build();
    }

    private boolean chance() {
        return random.nextBoolean();
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static long one(boolean condition) {
        return condition ? 1 : 0;
    }
}

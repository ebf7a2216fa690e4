package org.lienthong.reporting.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.sketch.TimeSketch;
import org.lienthong.schemas.statistics.UnitStatistics;

/** The year 2025 of Di Linh with something for every view; some names are meant to be mistaken for HTML or SQL. */
final class PageYear {

    static final String NASTY = "Xã <img src=x onerror=alert(1)>'; DROP TABLE lienthong.units;--";
    static final String NASTY_CODE = "25099";

    /** With two receipts and an explanation. */
    static final String DOSSIER = "H36.25-250701-0001";

    /** With sixty receipts. */
    static final String REPEATED = "H36.25-250701-0002";

    static final int OVERDUE = 130;

    private static final Instant DUE = Instant.parse("2025-08-01T10:00:00Z");

    /** What the figures of units say of the service itself, in proportion to the dossiers; 15 working hours each. */
    private static final String SERVICE = """
            UPDATE lienthong.unit_statistics SET digitised = received / 2, fee_required = received / 2,
                paid_online_of_fee = received / 4, rated = received / 10, satisfied = received / 11,
                measured = on_time + late, working_minutes = 900 * (on_time + late),
                time_bins = ARRAY[%d], time_counts = ARRAY[on_time + late]
            """.formatted(TimeSketch.bin(900));

    /** The cells of which the figures of communes are the sums. */
    private static final String CELLS = """
            INSERT INTO lienthong.figure_cells
            SELECT unit_code, unit_valid_from, 'H36.25', sector, '1.005129', 'ONLINE', month,
                received, in_progress, waiting_supplement, on_time, late, overdue, refused, withdrawn, suspended, online,
                paid_online, permits, anomalous, electronic_result, digitised, reused, citizen_store, population_data,
                fee_required, paid_online_of_fee, rated, satisfied, measured, working_minutes, time_bins, time_counts
            FROM lienthong.unit_statistics WHERE level = 'COMMUNE' OR level IS NULL
            """;

    private PageYear() {}

    static void fill(DatabaseExtension database) {
        SinkRows rows = new SinkRows(database.database().dataSource());
        DiLinh.load(rows);
        rows.statistics(List.of(nasty()));
        database.execute(SERVICE);
        database.execute(CELLS);
        rows.units(units());
        rows.dossiers(dossiers());
        rows.receipts(receipts());
        rows.serviceReports(List.of(report("2025-07"), report("2025-12")));
        rows.ledger(Samples.ledger(0, 1_000));
        rows.readiness(List.of(Samples.readiness("H36.25")));
    }

    private static UnitStatistics nasty() {
        return Samples.statistics(NASTY_CODE, Samples.REFORM, Sector.HEALTH, "2025-12", UnitLevel.COMMUNE, 300);
    }

    /** The communes of today with their places, one of them with a name to beware of, and the district as an area. */
    private static List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        units.add(place("25000", "Xã Di Linh", 11.58, 108.07));
        units.add(place("25007", "Xã Đinh Trang Thượng", 11.72, 107.99));
        units.add(place("25015", "Xã Gia Hiệp", 11.63, 108.19));
        units.add(place("25018", "Xã Bảo Thuận", 11.50, 108.10));
        units.add(place("25036", "Xã Hòa Ninh", 11.55, 107.97));
        units.add(place("25042", "Xã Hòa Bắc", 11.46, 107.99));
        units.add(place("25051", "Xã Sơn Điền", 11.36, 108.10));
        units.add(Samples.unit(NASTY_CODE, Samples.REFORM, null, UnitLevel.COMMUNE, NASTY, "68"));
        units.add(Unit.newBuilder(Samples.unit("679", Samples.REFORM, null, UnitLevel.AREA, "Khu vực Di Linh", "68"))
                .setMembers(List.of("25000", "25007", "25015", "25018", "25036", "25042", "25051"))
                .build());
        units.add(ended("25009", "Xã Tân Châu", "25000"));
        return units;
    }

    private static Unit place(String code, String name, double latitude, double longitude) {
        return Unit.newBuilder(Samples.unit(code, Samples.REFORM, null, UnitLevel.COMMUNE, name, "68"))
                .setLatitude(latitude)
                .setLongitude(longitude)
                .build();
    }

    private static Unit ended(String code, String name, String successor) {
        LocalDate lastDay = Samples.REFORM.minusDays(1);
        return Unit.newBuilder(Samples.unit(code, Samples.BEFORE, lastDay, UnitLevel.COMMUNE, name, "679"))
                .setSuccessors(List.of(new Successor(successor, null)))
                .build();
    }

    private static List<DossierRecord> dossiers() {
        List<DossierRecord> dossiers = new ArrayList<>();
        dossiers.add(DossierRecord.newBuilder(Samples.dossier(REPEATED, 1))
                .setAliases(List.of())
                .build());
        IntStream.range(0, OVERDUE).forEach(i -> dossiers.add(overdue("H36.25-250702-%04d".formatted(i))));
        return dossiers;
    }

    private static DossierRecord overdue(String code) {
        return DossierRecord.newBuilder(Samples.dossier(code, 2))
                .setAliases(List.of())
                .setApplicant(Applicant.newBuilder().setName("<b>Nguyễn</b>").build())
                .setDueAt(DUE)
                .setOverdueFrom(DUE)
                .build();
    }

    private static List<Receipt> receipts() {
        Receipt redriven = Samples.receipt(DOSSIER, Outcome.CONFLICT, 101);
        redriven.setCode("NOT_THE_HOLDER");
        redriven.setRedriveOf(new Origin("dossier.events", 1, 77L));
        List<Receipt> receipts = new ArrayList<>(List.of(Samples.receipt(DOSSIER, Outcome.APPLIED, 100), redriven));
        LongStream.range(200, 260)
                .forEach(offset -> receipts.add(Samples.receipt(REPEATED, Outcome.DUPLICATE, offset)));
        return receipts;
    }

    private static ServiceReport report(String month) {
        return ServiceReport.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId("s-" + month)
                        .setSourceSystem("reports")
                        .setAgencyId("H36.25")
                        .setOccurredAt(Samples.RECEIVED)
                        .build())
                .setUnitCode("25000")
                .setMonth(month)
                .setPublicationsDue(5L)
                .setPublishedOnTime(4L)
                .setNationalReceived(100L)
                .setPortalReceived(103L)
                .setSynced(90L)
                .build();
    }
}

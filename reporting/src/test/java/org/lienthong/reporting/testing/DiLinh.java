package org.lienthong.reporting.testing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitStatistics;

/** The year 2025 of Di Linh as rows: a district of 19 communes until 30 June, 7 communes of the province since. */
public final class DiLinh {

    private static final LocalDate LAST_DAY = Samples.REFORM.minusDays(1);

    private static final Map<String, String> BEFORE = new TreeMap<>(Map.ofEntries(
            Map.entry("25000", "Thị trấn Di Linh"),
            Map.entry("25003", "Xã Đinh Trang Thượng"),
            Map.entry("25006", "Xã Tân Thượng"),
            Map.entry("25007", "Xã Tân Lâm"),
            Map.entry("25009", "Xã Tân Châu"),
            Map.entry("25012", "Xã Tân Nghĩa"),
            Map.entry("25015", "Xã Gia Hiệp"),
            Map.entry("25018", "Xã Đinh Lạc"),
            Map.entry("25021", "Xã Tam Bố"),
            Map.entry("25024", "Xã Đinh Trang Hòa"),
            Map.entry("25027", "Xã Liên Đầm"),
            Map.entry("25030", "Xã Gung Ré"),
            Map.entry("25033", "Xã Bảo Thuận"),
            Map.entry("25036", "Xã Hòa Ninh"),
            Map.entry("25039", "Xã Hòa Trung"),
            Map.entry("25042", "Xã Hòa Nam"),
            Map.entry("25045", "Xã Hòa Bắc"),
            Map.entry("25048", "Xã Sơn Điền"),
            Map.entry("25051", "Xã Gia Bắc")));

    private static final Map<String, String> AFTER = new TreeMap<>(Map.of(
            "25000", "Xã Di Linh",
            "25007", "Xã Đinh Trang Thượng",
            "25015", "Xã Gia Hiệp",
            "25018", "Xã Bảo Thuận",
            "25036", "Xã Hòa Ninh",
            "25042", "Xã Hòa Bắc",
            "25051", "Xã Sơn Điền"));

    private DiLinh() {}

    /** Fills the database; the numbers are the same each time. */
    public static void load(SinkRows rows) {
        List<Unit> units = new ArrayList<>();
        units.add(Samples.unit("68", Samples.BEFORE, null, UnitLevel.PROVINCE, "Tỉnh Lâm Đồng", null));
        units.add(Samples.unit("679", Samples.BEFORE, LAST_DAY, UnitLevel.DISTRICT, "Huyện Di Linh", "68"));
        BEFORE.forEach((code, name) ->
                units.add(Samples.unit(code, Samples.BEFORE, LAST_DAY, UnitLevel.COMMUNE, name, "679")));
        AFTER.forEach(
                (code, name) -> units.add(Samples.unit(code, Samples.REFORM, null, UnitLevel.COMMUNE, name, "68")));
        rows.units(units);
        rows.procedure(Samples.procedure());
        rows.agency(Samples.agency());
        rows.statistics(statistics());
        rows.dossiers(List.of(Samples.dossier("H36.25-250701-0001", 3)));
        rows.receipts(List.of(
                Samples.receipt("a", Outcome.APPLIED, 0),
                Samples.receipt("b", Outcome.APPLIED, 1),
                Samples.receipt("c", Outcome.DUPLICATE, 2)));
        rows.quarantined(Samples.quarantined("CORRUPT_BODY", 3));
    }

    private static List<UnitStatistics> statistics() {
        Random random = new Random(2025);
        List<UnitStatistics> all = new ArrayList<>();
        for (Sector sector : Sector.values()) {
            if (sector == Sector.OTHER) {
                continue;
            }
            for (int month = 1; month <= 12; month++) {
                boolean before = month < 7;
                YearMonth when = YearMonth.of(2025, month);
                List<UnitStatistics> communes = new ArrayList<>();
                for (String code : (before ? BEFORE : AFTER).keySet()) {
                    // The last commune of the old map has filed nothing: no figures, not zeros.
                    if (!(before && code.equals("25051"))) {
                        communes.add(Samples.statistics(
                                code,
                                before ? Samples.BEFORE : Samples.REFORM,
                                sector,
                                when.toString(),
                                UnitLevel.COMMUNE,
                                (before ? 9 : 40) + random.nextInt(sector == Sector.CIVIL_JUSTICE ? 90 : 30)));
                    }
                }
                if (before) {
                    all.add(above("679", sector, when, UnitLevel.DISTRICT, communes));
                }
                all.add(above("68", sector, when, UnitLevel.PROVINCE, communes));
                all.addAll(communes);
            }
        }
        all.add(Samples.statistics("99999", LocalDate.EPOCH, Sector.HEALTH, "2025-03", null, 4));
        return all;
    }

    private static UnitStatistics above(
            String code, Sector sector, YearMonth month, UnitLevel level, List<UnitStatistics> parts) {
        UnitStatistics sum = Samples.statistics(code, Samples.BEFORE, sector, month.toString(), level, 0);
        Figures total = sum.getFigures();
        for (UnitStatistics part : parts) {
            for (var field : total.getSchema().getFields()) {
                total.put(
                        field.pos(),
                        (Long) total.get(field.pos()) + (Long) part.getFigures().get(field.pos()));
            }
        }
        return sum;
    }
}

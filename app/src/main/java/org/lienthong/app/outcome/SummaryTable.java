package org.lienthong.app.outcome;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.reporting.figures.Figures;
import org.lienthong.reporting.figures.Summary;
import org.lienthong.reporting.figures.UnitFigures;
import org.lienthong.reporting.units.UnitView;

/** The units with what they received and how it stands, as a person reads them: by time, then from the top down. */
public final class SummaryTable {

    /** A reporting area stands where the district stood that it goes on for. */
    private static final Map<String, Integer> RANKS =
            Map.of("COUNTRY", 0, "PROVINCE", 1, "DISTRICT", 2, "AREA", 2, "COMMUNE", 3);

    private SummaryTable() {}

    public static String of(Summary summary, Console console) {
        Table table = new Table(List.of(
                console.text("summary.unit"),
                console.text("summary.received"),
                console.text("summary.inProgress"),
                console.text("summary.onTime"),
                console.text("summary.overdue")));
        summary.units().stream()
                .filter(unit -> unit.figures() != null && unit.figures().received() > 0)
                .sorted(Comparator.comparing((UnitFigures u) -> u.unit().level() == null)
                        .thenComparing(u -> u.unit().validFrom())
                        .thenComparingInt(u -> rank(u.unit()))
                        .thenComparing(u -> u.unit().code()))
                .forEach(unit -> row(table, console, name(unit.unit(), console), unit.figures()));
        row(table, console, console.text("summary.total"), summary.total());
        return table.toString();
    }

    private static void row(Table table, Console console, String name, @Nullable Figures figures) {
        if (figures != null) {
            table.row(
                    name,
                    console.number(figures.received()),
                    console.number(figures.inProgress()),
                    console.number(figures.onTime()),
                    console.number(figures.late() + figures.overdue()));
        }
    }

    private static String name(UnitView unit, Console console) {
        if (unit.level() == null) {
            return console.text("summary.unknown") + " " + unit.code();
        }
        String indent = "  ".repeat(Math.max(0, rank(unit) - 1));
        String period = unit.validTo() == null ? "" : " " + console.text("summary.until", unit.validTo());
        return indent + unit.name() + period;
    }

    /** Units that nobody knows are sorted apart. */
    private static int rank(UnitView unit) {
        return unit.level() == null ? 0 : RANKS.getOrDefault(unit.level(), 0);
    }
}

package org.lienthong.producers.units;

import static org.lienthong.producers.problem.ProblemCode.CROSSWALK_COLUMN_MISSING;
import static org.lienthong.producers.problem.ProblemCode.CROSSWALK_NUMBER_INVALID;
import static org.lienthong.producers.problem.ProblemCode.CROSSWALK_ROW_WIDTH;
import static org.lienthong.producers.problem.ProblemCode.CROSSWALK_VALUE_MISSING;
import static org.lienthong.producers.problem.ProblemCode.UNITS_FILE_BROKEN;
import static org.lienthong.producers.problem.ProblemCode.UNITS_NONE;
import static org.lienthong.producers.publish.TextRules.nfc;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.units.CrosswalkRow.Named;
import org.lienthong.producers.units.CrosswalkRow.Seat;

/**
 * The crosswalk of the communes of 30 June 2025 to those of 1 July 2025, a row for each commune of before and each of
 * after that took over from it. Names are brought to NFC. A column {@code divided} is not read: the rows say it.
 */
final class CrosswalkCsv {

    private static final List<String> COLUMNS = List.of(
            "old_province_code",
            "old_province",
            "old_district_code",
            "old_district",
            "old_code",
            "old_name",
            "new_province_code",
            "new_province",
            "new_code",
            "new_name",
            "new_lat",
            "new_lon");

    /** As many of our columns tell a crosswalk that lacks some from a file of another kind. */
    private static final int TELLING = 3;

    private final String[] cells;
    private final Map<String, Integer> columns;
    private final String place;
    private final List<Problem> problems;

    private CrosswalkCsv(CSVRecord row, Map<String, Integer> columns, String place, List<Problem> problems) {
        this.cells = row.values();
        this.columns = columns;
        this.place = place;
        this.problems = problems;
    }

    /** @param text of the whole file */
    static boolean isCrosswalk(String text) {
        String header = text.lines().findFirst().orElse("");
        List<String> columns = List.of(header.replace("\"", "").split(",", -1));
        return COLUMNS.stream().filter(columns::contains).count() >= TELLING;
    }

    /** The rows that are sound; of the others the problems. */
    static List<CrosswalkRow> rows(Path file, String text, List<Problem> problems) {
        List<CrosswalkRow> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(text))) {
            Map<String, Integer> columns = new HashMap<>();
            for (CSVRecord csv : parser) {
                if (columns.isEmpty()) {
                    columns.putAll(header(file, csv, problems));
                    if (!problems.isEmpty()) {
                        return List.of();
                    }
                    continue;
                }
                long line = parser.getCurrentLineNumber();
                CrosswalkRow row = row(csv, columns, line, problems);
                if (row != null) {
                    rows.add(row);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(Problem.of(UNITS_FILE_BROKEN, file, "CSV: " + e.getMessage()));
        }
        if (rows.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of(UNITS_NONE, file));
        }
        return rows;
    }

    private static Map<String, Integer> header(Path file, CSVRecord csv, List<Problem> problems) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < csv.size(); i++) {
            columns.putIfAbsent(csv.get(i).strip(), i);
        }
        COLUMNS.stream()
                .filter(column -> !columns.containsKey(column))
                .forEach(column -> problems.add(Problem.of(CROSSWALK_COLUMN_MISSING, file, column)));
        return columns;
    }

    private static @Nullable CrosswalkRow row(
            CSVRecord csv, Map<String, Integer> columns, long line, List<Problem> problems) {
        String place = CrosswalkRules.place(line);
        if (csv.size() != columns.size()) {
            problems.add(Problem.of(CROSSWALK_ROW_WIDTH, place, csv.size(), columns.size()));
            return null;
        }
        int before = problems.size();
        CrosswalkRow row = new CrosswalkCsv(csv, columns, place, problems).row(line);
        return problems.size() == before ? row : null;
    }

    private CrosswalkRow row(long line) {
        boolean district = cell("old_code").isEmpty() && cell("old_name").isEmpty();
        return new CrosswalkRow(
                line,
                named("old_province_code", "old_province"),
                named("old_district_code", "old_district"),
                district ? null : named("old_code", "old_name"),
                named("new_province_code", "new_province"),
                named("new_code", "new_name"),
                new Seat(degrees("new_lat"), degrees("new_lon")));
    }

    private Named named(String code, String name) {
        return new Named(required(code), nfc(required(name)));
    }

    private String required(String column) {
        String value = cell(column);
        if (value.isEmpty()) {
            problems.add(Problem.of(CROSSWALK_VALUE_MISSING, place, column));
        }
        return value;
    }

    private @Nullable Double degrees(String column) {
        String value = cell(column);
        try {
            return value.isEmpty() ? null : Double.valueOf(value);
        } catch (NumberFormatException e) {
            problems.add(Problem.of(CROSSWALK_NUMBER_INVALID, place, column));
            return null;
        }
    }

    private String cell(String column) {
        return cells[columns.getOrDefault(column, 0)].strip();
    }
}

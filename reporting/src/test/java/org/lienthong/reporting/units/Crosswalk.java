package org.lienthong.reporting.units;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.units.DatedUnit.Successor;
import org.lienthong.runtime.testing.SharedFiles;
import org.lienthong.schemas.reference.UnitLevel;

/** The units of the whole country before and after 1 July 2025, for tests; skipped where the file is not there. */
final class Crosswalk {

    static final LocalDate BEFORE = LocalDate.of(2004, 1, 1);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(
            String code,
            UnitLevel level,
            boolean ended,
            @Nullable String parent,
            Set<String> next) {}

    static List<DatedUnit> units() {
        Path file = SharedFiles.orSkip("data/units/vn-communes-legacy-to-2025.csv.gz");
        Crosswalk crosswalk = new Crosswalk();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> crosswalk.add(line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crosswalk.entries.values().stream().map(Crosswalk::unit).toList();
    }

    /** Province, district and commune of before, province and commune of after; a name behind each code. */
    private void add(String[] row) {
        old(row[0], UnitLevel.PROVINCE, null, row[6]);
        old(row[2], UnitLevel.DISTRICT, row[0], row[2]);
        if (!row[4].isEmpty()) {
            old(row[4], UnitLevel.COMMUNE, row[2], row[8]);
        }
        entry(row[6], UnitLevel.PROVINCE, false, null);
        entry(row[8], UnitLevel.COMMUNE, false, row[6]);
        entry(row[2], UnitLevel.AREA, false, row[6]).next().add(row[8]);
    }

    private void old(String code, UnitLevel level, @Nullable String parent, String successor) {
        entry(code, level, true, parent).next().add(successor);
    }

    private Entry entry(String code, UnitLevel level, boolean ended, @Nullable String parent) {
        return entries.computeIfAbsent(
                code + ended, key -> new Entry(code, level, ended, parent, new LinkedHashSet<>()));
    }

    private static DatedUnit unit(Entry entry) {
        List<String> next = new ArrayList<>(entry.next());
        return new DatedUnit(
                entry.code(),
                entry.ended() ? BEFORE : REFORM,
                entry.ended() ? REFORM.minusDays(1) : null,
                entry.level(),
                entry.parent(),
                entry.ended()
                        ? next.stream().map(code -> new Successor(code, null)).toList()
                        : List.of(),
                entry.ended() ? List.of() : next);
    }
}

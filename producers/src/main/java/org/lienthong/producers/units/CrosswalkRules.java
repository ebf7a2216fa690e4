package org.lienthong.producers.units;

import static org.lienthong.producers.problem.ProblemCode.CROSSWALK_CONTRADICTION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.units.CrosswalkRow.Named;
import org.lienthong.producers.units.CrosswalkRow.Seat;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/**
 * The units that a crosswalk of communes tells of: provinces, districts and communes until 30 June 2025; provinces and
 * communes from 1 July 2025, and an area for each district of before (resolutions of the National Assembly's Standing
 * Committee of 16 June 2025 on the units of each province).
 *
 * <p>A commune's successors are those of its rows, in the order of the file, without shares: the file has none. A
 * district's successor is its area; where the district had no communes, the communes that were made of it. A province
 * is two units even where neither code nor name has changed: what it consists of has. There is no unit for the country:
 * the file does not tell of one, and a parent that is stated here alone would make provinces differ from file to file.
 */
final class CrosswalkRules {

    /** The day from which the codes of Decision 124/2004/QĐ-TTg are taken to be in use; units are older. */
    static final LocalDate FIRST_DAY = LocalDate.of(2004, 1, 1);

    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final List<PlacedUnit> units = new ArrayList<>();
    private final List<CrosswalkRow> rows;
    private final List<Problem> problems;

    private CrosswalkRules(List<CrosswalkRow> rows, List<Problem> problems) {
        this.rows = rows;
        this.problems = problems;
    }

    /** @param problems takes what rows say against each other */
    static List<PlacedUnit> units(List<CrosswalkRow> rows, List<Problem> problems) {
        return new CrosswalkRules(rows, problems).units();
    }

    static String place(long line) {
        return "dòng/line " + line;
    }

    /** @param parent code, in the meaning of the same period */
    private record Fact(
            Named unit, @Nullable Named parent, @Nullable Seat seat) {}

    /** One unit of one time, with its rows. */
    private record Group(Fact fact, List<CrosswalkRow> rows) {

        String code() {
            return fact.unit().code();
        }

        Set<String> distinct(Function<CrosswalkRow, String> code) {
            Set<String> codes = new LinkedHashSet<>();
            rows.forEach(row -> codes.add(code.apply(row)));
            return codes;
        }
    }

    private List<PlacedUnit> units() {
        Map<String, Group> oldProvinces = groups("old_province", row -> new Fact(row.wasProvince(), null, null));
        Map<String, Group> oldDistricts =
                groups("old_district", row -> new Fact(row.wasDistrict(), row.wasProvince(), null));
        Map<String, Group> oldCommunes =
                groups("old_name", row -> row.was() == null ? null : new Fact(row.was(), row.wasDistrict(), null));
        Map<String, Group> provinces = groups("new_province", row -> new Fact(row.province(), null, null));
        Map<String, Group> communes = groups("new_name", row -> new Fact(row.commune(), row.province(), row.seat()));
        Map<String, Set<String>> members = members(communes.values());

        oldProvinces
                .values()
                .forEach(group -> ended(
                        group,
                        UnitLevel.PROVINCE,
                        group.distinct(row -> row.province().code())));
        oldDistricts.values().forEach(group -> ended(group, UnitLevel.DISTRICT, successorsOfDistrict(group)));
        oldCommunes
                .values()
                .forEach(group -> ended(
                        group,
                        UnitLevel.COMMUNE,
                        group.distinct(row -> row.commune().code())));
        provinces.values().forEach(group -> begun(group, UnitLevel.PROVINCE));
        oldDistricts.values().forEach(group -> area(group, members.getOrDefault(group.code(), Set.of())));
        communes.values().forEach(group -> begun(group, UnitLevel.COMMUNE));
        return units;
    }

    private Map<String, Group> groups(String column, Function<CrosswalkRow, @Nullable Fact> facts) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (CrosswalkRow row : rows) {
            Fact fact = facts.apply(row);
            if (fact != null) {
                Group group = groups.computeIfAbsent(fact.unit().code(), code -> new Group(fact, new ArrayList<>()));
                if (!group.fact().equals(fact)) {
                    long first = group.rows().get(0).line();
                    problems.add(Problem.of(
                            CROSSWALK_CONTRADICTION,
                            place(row.line()),
                            fact.unit().code(),
                            place(first),
                            column));
                }
                group.rows().add(row);
            }
        }
        return groups;
    }

    private static Set<String> successorsOfDistrict(Group district) {
        boolean hadCommunes = district.rows().stream().anyMatch(row -> row.was() != null);
        return hadCommunes
                ? Set.of(district.code())
                : district.distinct(row -> row.commune().code());
    }

    /**
     * Communes of today by district of before. Each is in the area of the district that most of its rows come from; at
     * equal numbers of the one whose commune's code it took over, else of the one named first.
     */
    private static Map<String, Set<String>> members(Iterable<Group> communes) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        for (Group commune : communes) {
            Map<String, Integer> weights = new LinkedHashMap<>();
            for (CrosswalkRow row : commune.rows()) {
                // Rows count double, so that the one whose code was kept tips the scales where they are level.
                boolean keptCode = row.was() != null && row.was().code().equals(commune.code());
                weights.merge(row.wasDistrict().code(), keptCode ? 3 : 2, Integer::sum);
            }
            String district = "";
            int most = 0;
            for (Map.Entry<String, Integer> weight : weights.entrySet()) {
                if (weight.getValue() > most) {
                    most = weight.getValue();
                    district = weight.getKey();
                }
            }
            members.computeIfAbsent(district, code -> new TreeSet<>()).add(commune.code());
        }
        return members;
    }

    private void ended(Group group, UnitLevel level, Set<String> successors) {
        add(
                group,
                unit(group.fact(), level, FIRST_DAY)
                        .setValidTo(REFORM.minusDays(1))
                        .setSuccessors(successors.stream()
                                .map(code -> new Successor(code, null))
                                .toList()));
    }

    private void begun(Group group, UnitLevel level) {
        add(group, unit(group.fact(), level, REFORM));
    }

    private void area(Group district, Set<String> members) {
        Named was = district.fact().unit();
        String name =
                was.name().substring(0, 1).toLowerCase(Locale.ROOT) + was.name().substring(1);
        Named area = new Named(was.code(), "Khu vực " + name + " (cũ)");
        Fact fact = new Fact(area, district.rows().get(0).province(), null);
        add(district, unit(fact, UnitLevel.AREA, REFORM).setMembers(List.copyOf(members)));
    }

    private void add(Group group, Unit.Builder unit) {
        units.add(new PlacedUnit(place(group.rows().get(0).line()), unit.build()));
    }

    private static Unit.Builder unit(Fact fact, UnitLevel level, LocalDate from) {
        Seat seat = fact.seat();
        Named parent = fact.parent();
        return Unit.newBuilder()
                .setCode(fact.unit().code())
                .setValidFrom(from)
                .setLevel(level)
                .setName(fact.unit().name())
                .setParentCode(parent == null ? null : parent.code())
                .setLatitude(seat == null ? null : seat.latitude())
                .setLongitude(seat == null ? null : seat.longitude());
    }
}

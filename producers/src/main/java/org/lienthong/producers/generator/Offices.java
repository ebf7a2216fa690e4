package org.lienthong.producers.generator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/** Which office of Di Linh or of the province takes a dossier in, before and after the reform. */
final class Offices {

    static final LocalDate REFORM_DAY = LocalDate.of(2025, 7, 1);
    static final Instant REFORM = REFORM_DAY.atStartOfDay(WorkingTime.ZONE).toInstant();

    /** The unit that is served and the agency that serves it. */
    record Office(String unitCode, String agencyId) {}

    private static final String PROVINCE = "68";
    private static final String DISTRICT = "679";

    private static final Map<Sector, String> DEPARTMENTS = Map.of(
            Sector.EDUCATION, "H36.03",
            Sector.HEALTH, "H36.04",
            Sector.AGRICULTURE_FORESTRY, "H36.05",
            Sector.TOURISM, "H36.06",
            Sector.FINANCE_COMMERCE, "H36.07",
            Sector.TRANSPORT, "H36.08",
            Sector.NATURAL_RESOURCES, "H36.09",
            Sector.INDUSTRY_ENERGY, "H36.10",
            Sector.CONSTRUCTION, "H36.11",
            Sector.CIVIL_JUSTICE, "H36.12");

    private final List<Unit> homes;
    private final Map<String, Office> communesBefore = new HashMap<>();
    private final Map<String, Office> communesAfter = new HashMap<>();
    private final Office district;

    Offices(ReferenceData data) {
        LocalDate before = REFORM_DAY.minusDays(1);
        homes = data.units().stream()
                .filter(u -> u.getLevel() == UnitLevel.COMMUNE && before.equals(u.getValidTo()))
                .toList();
        district = office(data, DISTRICT, before);
        for (Unit home : homes) {
            String successor = home.getSuccessors().get(0).getCode();
            communesBefore.put(home.getCode(), office(data, home.getCode(), before));
            communesAfter.put(home.getCode(), office(data, successor, REFORM_DAY));
        }
    }

    /** Where people live: the communes of before the reform, which the later ones are made of. */
    List<Unit> homes() {
        return homes;
    }

    /** The office that takes in this procedure for people of {@code home}. */
    Office receiving(Procedure procedure, Unit home, Instant time) {
        if (procedure.getLevel() == UnitLevel.PROVINCE) {
            return department(procedure.getSector());
        }
        if (!time.isBefore(REFORM)) {
            return requireNonNull(communesAfter.get(home.getCode()));
        }
        return procedure.getLevel() == UnitLevel.DISTRICT
                ? district
                : requireNonNull(communesBefore.get(home.getCode()));
    }

    Office department(Sector sector) {
        return new Office(PROVINCE, requireNonNull(DEPARTMENTS.get(sector)));
    }

    private static Office office(ReferenceData data, String unitCode, LocalDate day) {
        return new Office(
                unitCode,
                data.agenciesOn(unitCode, day).findFirst().orElseThrow().getId());
    }
}

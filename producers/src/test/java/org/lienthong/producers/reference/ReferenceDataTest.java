package org.lienthong.producers.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lienthong.producers.publish.EventRules;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

class ReferenceDataTest {

    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final ReferenceData data = ReferenceData.diLinh();

    @Test
    void nineteenCommunesAndADistrictBeforeSevenCommunesAfter() {
        assertThat(names(BEFORE, UnitLevel.COMMUNE)).hasSize(19).contains("Thị trấn Di Linh", "Xã Tân Lâm");
        assertThat(names(BEFORE, UnitLevel.DISTRICT)).containsExactly("Huyện Di Linh");
        assertThat(names(AFTER, UnitLevel.COMMUNE)).hasSize(7).contains("Xã Di Linh", "Xã Đinh Trang Thượng");
        assertThat(names(AFTER, UnitLevel.DISTRICT)).isEmpty();
        assertThat(names(BEFORE, UnitLevel.AREA)).isEmpty();
        assertThat(names(AFTER, UnitLevel.AREA)).containsExactly("Khu vực huyện Di Linh (cũ)");
        assertThat(data.unitOn("25007", BEFORE)).map(Unit::getName).contains("Xã Tân Lâm");
        assertThat(data.unitOn("25007", AFTER)).map(Unit::getName).contains("Xã Đinh Trang Thượng");
    }

    @Test
    void identitiesAreUniqueAndEveryUnitHasItsParentAndSuccessorsOnTheirDays() {
        assertThat(data.units()).extracting(ReferenceData::key).doesNotHaveDuplicates();
        for (Unit unit : data.units()) {
            LocalDate day = unit.getValidFrom();
            if (unit.getParentCode() != null) {
                assertThat(data.unitOn(unit.getParentCode(), day))
                        .as(unit.getName())
                        .isPresent();
            }
            for (Successor successor : unit.getSuccessors()) {
                assertThat(data.unitOn(successor.getCode(), unit.getValidTo().plusDays(1)))
                        .as(unit.getName())
                        .isPresent();
            }
        }
        Set<String> succeeding = new HashSet<>();
        data.units().stream()
                .filter(u -> u.getLevel() == UnitLevel.COMMUNE && u.getValidTo() != null)
                .forEach(u -> u.getSuccessors().forEach(s -> succeeding.add(s.getCode())));
        assertThat(succeeding).hasSize(7);
    }

    @Test
    void theDistrictLivesOnAsAnAreaOfTheSevenCommunes() {
        Unit district = data.unitOn("679", BEFORE).orElseThrow();
        Unit area = data.unitOn("679", AFTER).orElseThrow();

        assertThat(district.getSuccessors()).containsExactly(new Successor("679", null));
        assertThat(area.getParentCode()).isEqualTo("68");
        assertThat(area.getMembers())
                .allSatisfy(code ->
                        assertThat(data.unitOn(code, AFTER)).map(Unit::getLevel).contains(UnitLevel.COMMUNE));
        assertThat(area.getMembers()).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void everySectorHasProceduresADepartmentAndPermits() {
        for (Sector sector : Sector.values()) {
            if (sector != Sector.OTHER) {
                assertThat(procedures(sector)).as("%s", sector).hasSizeGreaterThanOrEqualTo(4);
                assertThat(procedures(sector)).as("%s", sector).anyMatch(p -> p.getPermitKind() != null);
            }
        }
        assertThat(data.procedures()).extracting(Procedure::getCode).doesNotHaveDuplicates();
        assertThat(data.procedures().size()).isBetween(40, 60);
    }

    @Test
    void everyCommuneHasItsDeskOnItsDays() {
        for (LocalDate day : Arrays.asList(BEFORE, AFTER)) {
            for (Unit unit : data.units()) {
                boolean valid =
                        data.unitOn(unit.getCode(), day).filter(unit::equals).isPresent();
                if (valid && unit.getLevel() != UnitLevel.PROVINCE && unit.getLevel() != UnitLevel.AREA) {
                    assertThat(data.agenciesOn(unit.getCode(), day))
                            .as(unit.getName())
                            .hasSize(1);
                }
            }
        }
        assertThat(data.agenciesOn("679", AFTER)).isEmpty();
        assertThat(data.agencies())
                .extracting(Agency::getId)
                .doesNotHaveDuplicates()
                .allMatch(EventRules::isAgencyId);
    }

    @Test
    void namesAreInNfc() {
        Stream.of(
                        data.units().stream().map(Unit::getName),
                        data.procedures().stream().map(Procedure::getName),
                        data.agencies().stream().map(Agency::getName))
                .flatMap(names -> names)
                .forEach(name -> assertThat(Normalizer.isNormalized(name, Form.NFC))
                        .as(name)
                        .isTrue());
    }

    private Stream<Procedure> procedures(Sector sector) {
        return data.procedures().stream().filter(p -> p.getSector() == sector);
    }

    private Stream<String> names(LocalDate day, UnitLevel level) {
        return data.units().stream()
                .filter(u -> u.getLevel() == level)
                .filter(u -> data.unitOn(u.getCode(), day).filter(u::equals).isPresent())
                .map(Unit::getName);
    }
}

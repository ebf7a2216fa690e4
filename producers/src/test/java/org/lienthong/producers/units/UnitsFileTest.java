package org.lienthong.producers.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.yaml.InvalidFileException;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

class UnitsFileTest {

    private static final String HEADER = "old_province_code,old_province,old_district_code,old_district,old_code,"
            + "old_name,new_province_code,new_province,new_code,new_name,new_lat,new_lon,divided\n";

    /** Two provinces become one; C is divided, the island I had no communes. */
    private static final String CROSSWALK = HEADER + """
            1,Tỉnh Một,11,Huyện A,101,Xã A1,1,Tỉnh Một,101,Xã A,10.5,106,False
            1,Tỉnh Một,11,Huyện A,102,Xã A2,1,Tỉnh Một,101,Xã A,10.5,106,False
            1,Tỉnh Một,11,Huyện A,103,Xã C,1,Tỉnh Một,101,Xã A,10.5,106,True
            1,Tỉnh Một,11,Huyện A,103,Xã C,1,Tỉnh Một,202,Phường B,,,True
            2,Tỉnh Hai,21,Thị xã B,202,Phường B2,1,Tỉnh Một,202,Phường B,,,False
            2,Tỉnh Hai,22,Huyện I,,,1,Tỉnh Một,300,Đặc khu I,9,105,False
            """;

    @TempDir
    Path directory;

    @Test
    void aCrosswalkGivesTheUnitsOfBothMapsAndTheAreas() throws IOException {
        List<Unit> units = UnitsFile.read(file("crosswalk.csv", CROSSWALK));

        assertThat(units.stream().map(UnitsFileTest::told))
                .containsExactlyInAnyOrder(
                        "1@2004-01-01 PROVINCE Tỉnh Một → 1",
                        "2@2004-01-01 PROVINCE Tỉnh Hai → 1",
                        "11@2004-01-01 DISTRICT Huyện A in 1 → 11",
                        "21@2004-01-01 DISTRICT Thị xã B in 2 → 21",
                        "22@2004-01-01 DISTRICT Huyện I in 2 → 300",
                        "101@2004-01-01 COMMUNE Xã A1 in 11 → 101",
                        "102@2004-01-01 COMMUNE Xã A2 in 11 → 101",
                        "103@2004-01-01 COMMUNE Xã C in 11 → 101 202",
                        "202@2004-01-01 COMMUNE Phường B2 in 21 → 202",
                        "1@2025-07-01 PROVINCE Tỉnh Một",
                        "11@2025-07-01 AREA Khu vực huyện A (cũ) in 1 of 101",
                        "21@2025-07-01 AREA Khu vực thị xã B (cũ) in 1 of 202",
                        "22@2025-07-01 AREA Khu vực huyện I (cũ) in 1 of 300",
                        "101@2025-07-01 COMMUNE Xã A in 1 at 10.5 106.0",
                        "202@2025-07-01 COMMUNE Phường B in 1",
                        "300@2025-07-01 COMMUNE Đặc khu I in 1 at 9.0 105.0");
    }

    @Test
    void gzipAByteOrderMarkAndDecomposedNamesChangeNothing() throws IOException {
        String decomposed = java.text.Normalizer.normalize(CROSSWALK, java.text.Normalizer.Form.NFD);
        Path packed = directory.resolve("crosswalk.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(("\uFEFF" + decomposed).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(UnitsFile.read(packed)).isEqualTo(UnitsFile.read(file("plain.csv", CROSSWALK)));
    }

    @Test
    void yamlHasSharesAndMembers() throws IOException {
        List<Unit> units = UnitsFile.read(file("units.yaml", """
                units:
                  - {code: "1", validFrom: 2004-01-01, level: PROVINCE, name: Tỉnh Một}
                  - {code: "103", validFrom: 2004-01-01, validTo: 2025-06-30, level: COMMUNE, name: Xã C, parent: "1",
                     successors: [{code: "101", share: 0.7}, {code: "202", share: 0.3}]}
                  - {code: "104", validFrom: 2004-01-01, validTo: 2025-06-30, level: COMMUNE, name: Xã D, parent: "1",
                     successors: ["101"]}
                  - {code: "101", validFrom: 2025-07-01, level: COMMUNE, name: Xã A, parent: "1"}
                  - {code: "202", validFrom: 2025-07-01, level: COMMUNE, name: Xã B, parent: "1"}
                  - {code: "11", validFrom: 2025-07-01, level: AREA, name: Khu vực, parent: "1", members: ["101", "202"]}
                """));

        assertThat(units).hasSize(6);
        assertThat(units.get(1).getSuccessors()).containsExactly(new Successor("101", 0.7), new Successor("202", 0.3));
        assertThat(units.get(2).getSuccessors()).containsExactly(new Successor("101", null));
        assertThat(units.get(5).getLevel()).isEqualTo(UnitLevel.AREA);
        assertThat(units.get(5).getMembers()).containsExactly("101", "202");
    }

    @Test
    void theShippedUnitsAreSound() throws IOException {
        try (var shipped = ReferenceData.class.getResourceAsStream("dilinh/units.yaml")) {
            Path file = directory.resolve("units.yaml");
            Files.write(file, shipped.readAllBytes());
            assertThat(UnitsFile.read(file)).isEqualTo(ReferenceData.diLinh().units());
        }
    }

    /** Each line breaks one rule, and only that one is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNIT_LEVEL_UNKNOWN | {code: '9', validFrom: 2004-01-01, level: VILLAGE, name: X}",
                "UNIT_FIELD_MISSING | {code: '9', validFrom: 2004-01-01, level: COMMUNE}",
                "UNIT_FIELD_MISSING | {code: '9', level: COMMUNE, name: X}",
                "UNIT_FIELD_MISSING | {validFrom: 2004-01-01, level: COMMUNE, name: X}",
                "UNIT_TWICE | {code: '1', validFrom: 2004-01-01, level: PROVINCE, name: X}",
                "UNIT_OVERLAP | {code: '1', validFrom: 2025-07-01, level: PROVINCE, name: X}",
                "UNIT_ENDS_BEFORE_IT_BEGINS | {code: '9', validFrom: 2025-07-01, validTo: 2025-06-30, level: COMMUNE, name: X}",
                "UNIT_PARENT_UNKNOWN | {code: '9', validFrom: 2003-01-01, level: COMMUNE, name: X, parent: '1'}",
                "UNIT_PARENT_UNKNOWN | {code: '9', validFrom: 2004-01-01, level: COMMUNE, name: X, parent: '2'}",
                "UNIT_PARENT_CYCLE | {code: '9', validFrom: 2004-01-01, level: COMMUNE, name: X, parent: '9'}",
                "UNIT_SUCCESSOR_UNKNOWN | {code: '9', validFrom: 2004-01-01, validTo: 2025-06-30, level: COMMUNE, name: X, successors: ['8']}",
                "UNIT_SUCCESSOR_WITHOUT_END | {code: '9', validFrom: 2004-01-01, level: COMMUNE, name: X, successors: ['1']}",
                "UNIT_SHARES_WRONG | {code: '9', validFrom: 2004-01-01, validTo: 2025-06-30, level: COMMUNE, name: X, successors: [{code: '1', share: 0.9}]}",
                "UNIT_SHARES_WRONG | {code: '9', validFrom: 2004-01-01, validTo: 2025-06-30, level: COMMUNE, name: X, successors: [{code: '1', share: 1.5}, '1']}",
                "UNIT_MEMBER_UNKNOWN | {code: '9', validFrom: 2004-01-01, level: AREA, name: X, members: ['8']}",
                "UNIT_MEMBERS_WITHOUT_AREA | {code: '9', validFrom: 2004-01-01, level: DISTRICT, name: X, members: ['1']}",
            })
    void aUnitThatBreaksARuleIsRefusedWithItsPlaceInBothLanguages(ProblemCode code, String entry) throws IOException {
        Path file = file("units.yaml", """
                units:
                  - {code: '1', validFrom: 2004-01-01, level: PROVINCE, name: P}
                  - {code: '2', validFrom: 2004-01-01, validTo: 2025-06-30, level: PROVINCE, name: P}
                  - %s
                """.formatted(entry));

        List<Problem> problems = refused(file);

        assertThat(problems).extracting(Problem::code).containsExactly(code);
        assertThat(problems.get(0).arguments()).contains("units[2]");
        assertThat(problems.get(0).message(Problem.VIETNAMESE))
                .contains("units[2]")
                .doesNotContain("{");
        assertThat(problems.get(0).message(Locale.ENGLISH)).contains("units[2]").doesNotContain("{");
    }

    @Test
    void everythingThatIsWrongIsTold() throws IOException {
        Path file = file("units.yaml", """
                units:
                  - {code: '1', validFrom: 2004-01-01, level: PROVINCE, name: P, parent: '2'}
                  - {code: '2', validFrom: 2004-01-01, level: PROVINCE, name: P, parent: '1'}
                  - {code: '3', validFrom: 2004-01-01, validTo: 2025-06-30, level: COMMUNE, name: X, parent: '7', successors: ['8', '9']}
                """);

        UnitsRefusedException refused = catchThrowableOfType(UnitsRefusedException.class, () -> UnitsFile.read(file));

        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly(
                        ProblemCode.UNIT_PARENT_CYCLE,
                        ProblemCode.UNIT_PARENT_CYCLE,
                        ProblemCode.UNIT_PARENT_UNKNOWN,
                        ProblemCode.UNIT_SUCCESSOR_UNKNOWN,
                        ProblemCode.UNIT_SUCCESSOR_UNKNOWN);
        assertThat(refused.getMessage().lines()).hasSize(5);
        assertThat(refused).hasMessageContaining("1@2004-01-01").hasMessageContaining("1 → 2 → 1");
    }

    @Test
    void aCrosswalkIsRefusedWithEveryLineThatIsWrong() throws IOException {
        assertThat(refused(file("a.csv", CROSSWALK.replace("new_code,new_name", "code,new_name"))))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.CROSSWALK_COLUMN_MISSING);
        assertThat(refused(file("b.csv", HEADER))).extracting(Problem::code).containsExactly(ProblemCode.UNITS_NONE);

        List<Problem> problems = refused(file("c.csv", HEADER + """
                1,Tỉnh Một,11,Huyện A,101,Xã A1,1,Tỉnh Một,101,Xã A,10.5,106,False
                1,Tỉnh Một,11,Huyện A,102
                1,Tỉnh Một,11,,103,Xã A3,1,Tỉnh Một,101,Xã A,10.5,106,False
                1,Tỉnh Một,11,Huyện A,104,Xã A4,1,Tỉnh Một,101,Xã A,north,106,False
                1,Tỉnh Một,11,Huyện A,105,Xã A5,1,Tỉnh Một,101,Xã Khác,10.5,106,False
                """));
        assertThat(problems)
                .extracting(
                        problem -> problem.code() + " " + problem.arguments().get(0))
                .containsExactly(
                        "CROSSWALK_ROW_WIDTH dòng/line 3",
                        "CROSSWALK_VALUE_MISSING dòng/line 4",
                        "CROSSWALK_NUMBER_INVALID dòng/line 5",
                        "CROSSWALK_CONTRADICTION dòng/line 6");
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        assertThatThrownBy(() -> UnitsFile.read(directory.resolve("none.yaml")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("FILE_UNREADABLE");
        assertThatThrownBy(() -> UnitsFile.read(file("empty.csv", "")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("FILE_EMPTY");
        assertThat(refused(file("none.yaml", "units: []")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.UNITS_NONE);
        assertThatThrownBy(() -> UnitsFile.read(file("other.yaml", "agencies: []")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("MAPPING_INVALID");
        Path latin = Files.write(directory.resolve("latin.csv"), new byte[] {'X', (byte) 0xe3});
        assertThatThrownBy(() -> UnitsFile.read(latin))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("UNITS_FILE_BROKEN");
        Path cut = Files.write(directory.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThatThrownBy(() -> UnitsFile.read(cut))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("UNITS_FILE_BROKEN");
    }

    private static List<Problem> refused(Path file) {
        return catchThrowableOfType(UnitsRefusedException.class, () -> UnitsFile.read(file))
                .problems();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String told(Unit unit) {
        StringBuilder told = new StringBuilder(ReferenceData.key(unit) + " " + unit.getLevel() + " " + unit.getName());
        told.append(unit.getParentCode() == null ? "" : " in " + unit.getParentCode());
        if (!unit.getSuccessors().isEmpty()) {
            told.append(" →");
            unit.getSuccessors().forEach(successor -> told.append(' ').append(successor.getCode()));
        }
        told.append(unit.getMembers().isEmpty() ? "" : " of " + String.join(" ", unit.getMembers()));
        told.append(unit.getLatitude() == null ? "" : " at " + unit.getLatitude() + " " + unit.getLongitude());
        return told.toString();
    }
}

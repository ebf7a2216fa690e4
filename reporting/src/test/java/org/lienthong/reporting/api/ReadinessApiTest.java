package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.SecurityMeasure;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/** What agencies have to work with, added up per unit, asked for over HTTP. */
class ReadinessApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final LocalDate LAST_DAY = Samples.REFORM.minusDays(1);

    private static ReportServer server;

    /**
     * Given a department, which states no staff; two communes of today (25000, which serves since the reform, and
     * 25007, whose bandwidth is not known) and a third whose desk has not reported; a desk that ended with its commune;
     * and the district's office, of which nobody said that it ended.
     */
    @BeforeAll
    static void start() {
        SinkRows rows = new SinkRows(DATABASE.database().dataSource());
        DiLinh.load(rows);
        Unit area = Samples.unit("679", Samples.REFORM, null, UnitLevel.AREA, "Khu vực huyện Di Linh (cũ)", "68");
        area.setMembers(List.of("25000", "25007", "25015"));
        rows.units(List.of(area));
        rows.agency(agency("H36.03", "68", null, null));
        rows.agency(agency("H36.101", "25007", Samples.REFORM, null));
        rows.agency(agency("H36.102", "25015", Samples.REFORM, null));
        rows.agency(agency("H36.25.02", "25003", null, LAST_DAY));
        rows.agency(agency("H36.26", "679", null, null));
        AgencyReadiness department = Samples.readiness("H36.03");
        department.setComputers(100);
        department.setComputersBelowMinimum(0);
        department.setBandwidthMbps(300.0);
        AgencyReadiness commune = Samples.readiness("H36.25");
        commune.setStaff(15);
        commune.setStaffTrained(10);
        AgencyReadiness other = Samples.readiness("H36.101");
        other.setComputers(10);
        other.setComputersBelowMinimum(1);
        other.setLan(false);
        other.setBandwidthMbps(null);
        other.setSecurityMeasures(List.of(SecurityMeasure.FIREWALL));
        other.setStaff(5);
        other.setStaffTrained(0);
        AgencyReadiness ended = Samples.readiness("H36.25.02");
        ended.setComputers(7);
        rows.readiness(List.of(department, commune, other, ended));
        server = new ReportServer(
                ServerSettings.local(0),
                DATABASE.database().dataSource(),
                Clock.systemUTC(),
                List::of,
                Map::of,
                Told.NOTHING);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aProvinceSumsItsDepartmentsAndAllItsCommunes() throws Exception {
        JsonNode answer = client().json("v1/units/68/readiness?on=2025-12-31", 200);

        assertThat(answer.at("/unit/name").asText()).isEqualTo("Tỉnh Lâm Đồng");
        assertThat(answer.at("/readiness").toString())
                .isEqualTo("{\"agencies\":4,\"reported\":3,\"notReported\":1,"
                        + "\"oldestReport\":\"2025-08-01T00:00:00Z\",\"newestReport\":\"2025-08-01T00:00:00Z\","
                        + "\"computers\":130,\"computersBelowMinimum\":5,\"lan\":2,"
                        + "\"bandwidth\":{\"min\":62.5,\"median\":181.25,\"unknown\":1},"
                        + "\"securityMeasures\":{\"FIREWALL\":3,\"ANTIVIRUS\":0,\"BACKUP\":2,\"ACCESS_CONTROL\":0,"
                        + "\"ENCRYPTION\":0,\"MONITORING\":0,\"LEVEL_APPROVED\":0,\"OTHER\":0},"
                        + "\"staff\":20,\"staffUnknown\":1,\"staffTrained\":10,\"staffTrainedUnknown\":1}");
        assertThat(answer.at("/children").findValuesAsText("code"))
                .containsExactly("25000", "25007", "25015", "25018", "25036", "25042", "25051");
        assertThat(answer.at("/areas").findValuesAsText("code")).containsExactly("679");
        assertThat(answer.at("/areas/0/readiness/computers").asInt()).isEqualTo(30);
    }

    @Test
    void whereNobodyReportedNumbersAreNullAndNotZero() throws Exception {
        JsonNode silent =
                client().json("v1/units/25015/readiness?on=2025-12-31", 200).at("/readiness");
        JsonNode empty =
                client().json("v1/units/25018/readiness?on=2025-12-31", 200).at("/readiness");

        assertThat(silent.toString())
                .isEqualTo("{\"agencies\":1,\"reported\":0,\"notReported\":1,\"oldestReport\":null,"
                        + "\"newestReport\":null,\"computers\":null,\"computersBelowMinimum\":null,\"lan\":null,"
                        + "\"bandwidth\":{\"min\":null,\"median\":null,\"unknown\":0},\"securityMeasures\":null,"
                        + "\"staff\":null,\"staffUnknown\":0,\"staffTrained\":null,\"staffTrainedUnknown\":0}");
        assertThat(empty.at("/agencies").asInt()).isZero();
        assertThat(empty.at("/computers").isNull()).isTrue();
    }

    @Test
    void aCountThatIsZeroIsZero() throws Exception {
        JsonNode commune =
                client().json("v1/units/25007/readiness?on=2025-12-31", 200).at("/readiness");

        assertThat(commune.at("/lan").isInt()).isTrue();
        assertThat(commune.at("/lan").asInt()).isZero();
        assertThat(commune.at("/staffTrained").asInt(-1)).isZero();
        assertThat(commune.at("/bandwidth/unknown").asInt()).isEqualTo(1);
        assertThat(commune.at("/bandwidth/median").isNull()).isTrue();
    }

    @Test
    void theDistrictOfBeforeHasItsOfficeAndTheDesksOfThatTime() throws Exception {
        JsonNode answer = client().json("v1/units/679/readiness?on=2025-06-30", 200);

        assertThat(answer.at("/unit/level").asText()).isEqualTo("DISTRICT");
        assertThat(answer.at("/children")).hasSize(19);
        assertThat(answer.at("/areas")).isEmpty();
        assertThat(answer.at("/readiness/agencies").asInt())
                .as("its own office, and the desk of 25003")
                .isEqualTo(2);
        assertThat(answer.at("/readiness/computers").asInt()).isEqualTo(7);
    }

    @Test
    void anAreaHasItsMembersAndNoOfficeOfItsOwn() throws Exception {
        JsonNode answer = client().json("v1/units/679/readiness?on=2025-07-01", 200);

        assertThat(answer.at("/unit/level").asText()).isEqualTo("AREA");
        assertThat(answer.at("/children").findValuesAsText("code")).containsExactly("25000", "25007", "25015");
        assertThat(answer.at("/readiness/agencies").asInt()).isEqualTo(3);
        assertThat(answer.at("/readiness/computers").asInt()).isEqualTo(30);
    }

    @Test
    void allUnitsOfADayAreListedWithWhatNoUnitCounts() throws Exception {
        JsonNode before = client().json("v1/readiness?on=2025-06-30", 200);
        JsonNode after = client().json("v1/readiness?on=2025-12-31", 200);
        JsonNode today = client().json("v1/readiness", 200);

        assertThat(before.at("/units")).hasSize(1 + 1 + 19);
        assertThat(before.at("/agenciesWithoutUnit").asInt()).isZero();
        assertThat(after.at("/units")).hasSize(1 + 1 + 7);
        assertThat(after.at("/agenciesWithoutUnit").asInt())
                .as("the office that its district left behind")
                .isEqualTo(1);
        assertThat(today.at("/units")).isEqualTo(after.at("/units"));
        assertThat(client().json("v1/readiness?on=1900-01-01", 200).at("/units"))
                .isEmpty();
    }

    @Test
    void theViewSaysTheSameOfToday() {
        assertThat(DATABASE.strings("""
                        SELECT agencies, reported, computers, lan, firewall, bandwidth_median
                        FROM lienthong.readiness_by_unit WHERE unit_code = '68'""")).containsExactly("4|3|130|2|3|181.25");
        assertThat(DATABASE.strings("""
                        SELECT attname::text FROM pg_attribute
                        WHERE attrelid = 'lienthong.readiness_by_unit'::regclass AND attnum > 0
                        AND col_description(attrelid, attnum) IS NULL""")).as("columns without a comment").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"v1/units/679/readiness?on=1970-01-01", "v1/units/00000/readiness", "v1/units/99999/readiness"})
    void aCodeThatIsNoUnitOfTheDayIsNotFound(String path) throws Exception {
        assertThat(client().json(path, 404).at("/code").asText()).isEqualTo("UNIT_NOT_FOUND");
    }

    @Test
    void aWrongParameterIsNamed() throws Exception {
        assertThat(client().json("v1/readiness?on=yesterday", 400).at("/code").asText())
                .isEqualTo("BAD_PARAMETER");
        assertThat(client().json("v1/units/68/readiness?from=2025-01", 400)
                        .at("/code")
                        .asText())
                .isEqualTo("UNKNOWN_PARAMETER");
    }

    private static Agency agency(String id, String unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Agency.newBuilder()
                .setId(id)
                .setName(id)
                .setUnitCode(unit)
                .setLevel(UnitLevel.COMMUNE)
                .setValidFrom(from)
                .setValidTo(to)
                .build();
    }

    private static Client client() {
        return new Client(server.url());
    }
}

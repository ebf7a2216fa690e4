package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitCell;

/** The service index, asked for over HTTP. */
class IndexApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static ReportServer server;

    /** Ten dossiers of the new Di Linh in July 2025, two of them late, four online; one of the list is overdue. */
    @BeforeAll
    static void start() {
        SinkRows rows = new SinkRows(DATABASE.database().dataSource());
        DiLinh.load(rows);
        Figures figures = Figures.newBuilder()
                .setReceived(10)
                .setOnTime(5)
                .setLate(2)
                .setInProgress(3)
                .setOnline(4)
                .setFeeRequired(4)
                .setPaidOnlineOfFee(1)
                .setElectronicResult(7)
                .build();
        rows.cells(List.of(UnitCell.newBuilder(
                        Samples.cell("25000", Samples.REFORM, Sector.CONSTRUCTION, "2025-07", "H36.25", figures))
                .setProcedureCode("1.005129")
                .build()));
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
    void aUnitHasItsIndexWithEveryMetricAndWhatWouldRaiseIt() throws Exception {
        JsonNode index = client().json("v1/units/25000/index?period=2025-07", 200);

        assertThat(index.at("/unit/name").asText()).isEqualTo("Xã Di Linh");
        assertThat(index.at("/map/day").isNull()).isTrue();
        assertThat(index.at("/period").asText()).isEqualTo("2025-07");
        // 16 in time; 2 + 4 + 4.8 online; 1.5 + 2 + 2 payment; 4.2 results; 2 copies; 5.33 satisfaction
        assertThat(index.at("/total").decimalValue()).isEqualByComparingTo("43.83");
        assertThat(index.at("/maximum").asInt()).isEqualTo(100);
        assertThat(index.at("/groups").findValuesAsText("code"))
                .contains("CKMB", "PUBLISH_ON_TIME", "TDGQ", "SO_HOA_GIAY_TO_GIAI_QUYET");
        // Read as doubles here: the answer itself has 0.8000 and 16.00.
        assertThat(index.at("/groups/1/metrics/0").toString())
                .isEqualTo("{\"code\":\"TDGQ\",\"nameVi\":\"Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn\","
                        + "\"name\":\"Dossiers handled before or on time\",\"numerator\":8,\"denominator\":10,"
                        + "\"otherDenominator\":null,\"otherIs\":null,\"gap\":null,\"ratio\":0.8,"
                        + "\"points\":16.0,\"maximum\":20,\"dossiers\":true,\"note\":null}");
        JsonNode results = index.at("/groups/4/metrics/0");
        assertThat(results.at("/otherDenominator").asInt()).isEqualTo(7);
        assertThat(results.at("/gap").asInt()).isEqualTo(3);
        assertThat(results.at("/otherIs/vi").asText()).contains("đã giải quyết");
        assertThat(index.at("/groups/0/metrics/0/note/code").asText()).isEqualTo("NOT_KNOWN");
        assertThat(index.at("/groups/0/metrics/0/numerator").isNull()).isTrue();
        JsonNode progress = index.at(
                "/raise/" + index.at("/raise").findValuesAsText("metric").indexOf("TDGQ"));
        assertThat(progress.at("/gain").decimalValue()).isEqualByComparingTo("4");
        assertThat(progress.at("/next").decimalValue()).isEqualByComparingTo("16.5");
        assertThat(progress.at("/missing").asInt()).isEqualTo(1);
        assertThat(progress.at("/missingForAll").asInt()).isEqualTo(2);
        assertThat(progress.at("/counts").asText()).isEqualTo("DOSSIER");
        assertThat(progress.at("/action/vi").asText()).contains("ngày hẹn trả");
    }

    @Test
    void anAgencyHasTheIndexOfWhatItHolds() throws Exception {
        JsonNode index = client().json("v1/agencies/H36.25/index?period=2025", 200);

        assertThat(index.at("/agency/name").asText()).isEqualTo("UBND xã Di Linh");
        assertThat(index.at("/groups/1/points").decimalValue()).isEqualByComparingTo("16");
    }

    @Test
    void unitsOfALevelAreRanked() throws Exception {
        JsonNode ranking = client().json("v1/index?period=2025", 200);

        assertThat(ranking.at("/level").asText()).isEqualTo("COMMUNE");
        assertThat(ranking.at("/on").asText()).isEqualTo("2025-12-31");
        assertThat(ranking.at("/units").size()).isEqualTo(7);
        assertThat(ranking.at("/units/0/code").asText()).isEqualTo("25000");
        assertThat(ranking.at("/units/0/groups/TDGQ").decimalValue()).isEqualByComparingTo("16");
        assertThat(ranking.at("/units").findValuesAsText("rank")).containsExactly("1", "2", "2", "2", "2", "2", "2");
        assertThat(client().json("v1/index?period=2025&on=2025-06-30", 200)
                        .at("/units")
                        .size())
                .isEqualTo(19);
        assertThat(client().json("v1/index?period=2025&level=province&map=current", 200)
                        .at("/units/0/code")
                        .asText())
                .isEqualTo("68");
    }

    @Test
    void theDossiersThatCostPointsAreListed() throws Exception {
        JsonNode page = client().json("v1/units/25000/index/tdgq/dossiers?period=2025-07&limit=1", 200);

        assertThat(page.at("/metric").asText()).isEqualTo("TDGQ");
        assertThat(page.at("/dossiers").size()).isZero();
        JsonNode unpaid = client().json("v1/units/68/index/ONLINE_PAYMENT_DOSSIER/dossiers?period=2025", 200);
        assertThat(unpaid.at("/dossiers").findValuesAsText("filedOn")).containsExactly("2025-07-01");
        assertThat(unpaid.at("/next").isNull()).isTrue();
        assertThat(unpaid.toString()).doesNotContain("Nguyễn Thị Hòa");
    }

    @ParameterizedTest
    @CsvSource({
        "v1/units/25000/index,                                             400, BAD_PARAMETER",
        "v1/units/25000/index?period=,                                     400, BAD_PARAMETER",
        "v1/units/25000/index?period=2025-13,                              400, BAD_PARAMETER",
        "v1/units/25000/index?period=0000,                                 400, BAD_PARAMETER",
        "v1/units/25000/index?period=2025&map=current&asOf=2025-06-30,     400, BAD_PARAMETER",
        "v1/units/25000/index?period=2025&from=2025-01,                    400, UNKNOWN_PARAMETER",
        "v1/units/00000/index?period=2025,                                 404, UNIT_NOT_FOUND",
        "v1/units/99999/index?period=2025,                                 404, UNIT_NOT_FOUND",
        "v1/agencies/H99/index?period=2025,                                404, AGENCY_NOT_FOUND",
        "v1/index,                                                         400, BAD_PARAMETER",
        "v1/index?period=2025&level=village,                               400, BAD_PARAMETER",
        "v1/units/25000/index/SPEED/dossiers?period=2025,                  404, METRIC_NOT_FOUND",
        "v1/units/25000/index/PUBLISH_ON_TIME/dossiers?period=2025,        404, METRIC_WITHOUT_DOSSIERS",
        "v1/units/25000/index/TDGQ/dossiers?period=2025&after=x,           400, BAD_PARAMETER",
        "v1/units/25000/index/TDGQ/dossiers?period=2025&after=2025-07-01~, 400, BAD_PARAMETER",
        "v1/units/25000/index/TDGQ/dossiers?period=2025&limit=0,           400, BAD_PARAMETER"
    })
    void whatIsWrongIsSaid(String path, int status, String code) throws Exception {
        assertThat(client().json(path, status).at("/code").asText()).isEqualTo(code);
    }

    private static Client client() {
        return new Client(server.url());
    }
}

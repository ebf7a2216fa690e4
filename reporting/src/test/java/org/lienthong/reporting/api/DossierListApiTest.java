package org.lienthong.reporting.api;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
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
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.reference.Sector;

/** The list of dossiers, asked for over HTTP, against what a loop over all of them finds. */
class DossierListApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2999-01-01T00:00:00Z");
    private static final int COUNT = 400;

    private static final List<DossierRecord> ALL = new ArrayList<>();
    private static ReportServer server;

    @BeforeAll
    static void start() {
        SinkRows rows = new SinkRows(DATABASE.database().dataSource());
        DiLinh.load(rows);
        DATABASE.execute("DELETE FROM lienthong.dossiers");
        Random random = new Random(766);
        for (int i = 0; i < COUNT; i++) {
            ALL.add(dossier(i, random));
        }
        rows.dossiers(ALL);
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

    @ParameterizedTest
    @CsvSource({
        "''",
        "agency=H36.3",
        "agency=H36.99",
        "status=returned",
        "status=SUSPENDED",
        "overdue=true",
        "overdue=false",
        "procedure=1.000002",
        "sector=HEALTH",
        "channel=postal",
        "from=2025-06-15",
        "to=2025-06-15",
        "from=2025-06-10&to=2025-07-10",
        "unit=68",
        "unit=679",
        "unit=25000",
        "unit=25000&on=2025-06-30",
        "unit=25000&on=2025-07-01",
        "unit=25009&overdue=true",
        "q=h36.2-",
        "q=old/",
        "q=OLD/1",
        "q=%25",
        "q=_",
        "q=nothing",
        "q='OLD''; DROP'",
        "unit=679&status=IN_PROGRESS&overdue=false&q=H36",
    })
    void theListHasExactlyWhatFitsTheLatestFiledFirst(String query) throws Exception {
        String sent = query.replace("'", "%27").replace(" ", "%20").replace(";", "%3B");

        List<String> listed = pages(sent, 37);

        assertThat(listed).as(query).containsExactlyElementsOf(expected(query));
    }

    @Test
    void aDossierIsToldWithNamesAndWithoutPersonalData() throws Exception {
        DossierRecord dossier = Samples.dossier("H36.25-250701-7777", 3);
        dossier.setOverdueFrom(dossier.getDueAt());
        new SinkRows(DATABASE.database().dataSource()).dossiers(List.of(dossier));

        JsonNode answer = client().json("v1/dossiers?q=h36.25-250701-7777", 200);
        DATABASE.execute("DELETE FROM lienthong.dossiers WHERE code = 'H36.25-250701-7777'");

        assertThat(answer.at("/dossiers/0").toString())
                .isEqualTo("{\"code\":\"H36.25-250701-7777\",\"status\":\"IN_PROGRESS\","
                        + "\"procedure\":{\"code\":\"1.005129\",\"name\":\"Cấp giấy phép xây dựng nhà ở riêng lẻ\"},"
                        + "\"sector\":\"CONSTRUCTION\",\"unit\":{\"code\":\"25000\",\"name\":\"Xã Di Linh\"},"
                        + "\"holderAgency\":{\"code\":\"H36.25\",\"name\":\"UBND xã Di Linh\"},\"channel\":\"ONLINE\","
                        + "\"filedOn\":\"2025-07-01\",\"dueAt\":\"2025-07-20T10:00:00Z\",\"finishedAt\":null,"
                        + "\"overdueFrom\":\"2025-07-20T10:00:00Z\",\"overdue\":true,\"workingMinutes\":null,"
                        + "\"anomalies\":4,\"version\":3}");
        assertThat(answer.at("/next").isNull()).isTrue();
    }

    @Test
    void whatComesBetweenTwoPagesShiftsNothing() throws Exception {
        JsonNode first = client().json("v1/dossiers?limit=10", 200);
        DossierRecord newer = Samples.dossier("H36.9-251231-9999", 1);
        newer.setSubmittedAt(Instant.parse("2025-12-31T01:00:00Z"));
        new SinkRows(DATABASE.database().dataSource()).dossiers(List.of(newer));

        JsonNode second = client().json(
                        "v1/dossiers?limit=10&after="
                                + encoded(first.at("/next").asText()),
                        200);
        DATABASE.execute("DELETE FROM lienthong.dossiers WHERE code = 'H36.9-251231-9999'");

        assertThat(codes(first)).containsExactlyElementsOf(expected("").subList(0, 10));
        assertThat(codes(second)).containsExactlyElementsOf(expected("").subList(10, 20));
    }

    private static DossierRecord dossier(int number, Random random) {
        LocalDate day = LocalDate.of(2025, 5, 20).plusDays(random.nextInt(80));
        DossierRecord dossier = Samples.dossier("H36.%d-%ty%<tm%<td-%04d".formatted(number % 5, day, number), 2);
        dossier.setSubmittedAt(day.atTime(9, 0).atZone(WorkingTime.ZONE).toInstant());
        dossier.setAliases(number % 3 == 0 ? List.of("old/" + number, "") : List.of());
        dossier.setUnitCode(List.of("25000", "25009", "25007", "99999").get(random.nextInt(4)));
        dossier.setHolderAgency("H36." + random.nextInt(5));
        dossier.setProcedureCode("1.00000" + random.nextInt(4));
        dossier.setSector(random.nextBoolean() ? Sector.HEALTH : Sector.TOURISM);
        dossier.setChannel(Channel.values()[random.nextInt(Channel.values().length)]);
        dossier.setStatus(List.of(DossierStatus.RETURNED, DossierStatus.IN_PROGRESS, DossierStatus.SUSPENDED)
                .get(random.nextInt(3)));
        dossier.setOverdueFrom(
                switch (random.nextInt(3)) {
                    case 0 -> LONG_AGO;
                    case 1 -> FAR_OFF;
                    default -> null;
                });
        return dossier;
    }

    private static List<String> expected(String query) {
        Predicate<DossierRecord> fits = dossier -> true;
        LocalDate on = null;
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            if (parameter.startsWith("on=")) {
                on = LocalDate.parse(parameter.substring(3));
            }
        }
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&")) {
            String name = parameter.substring(0, parameter.indexOf('='));
            String value = parameter.substring(parameter.indexOf('=') + 1).replace("%25", "%");
            fits = fits.and(condition(name, value, on));
        }
        return ALL.stream()
                .filter(fits)
                .sorted(Comparator.comparing(DossierListApiTest::filedOn)
                        .reversed()
                        .thenComparing(DossierRecord::getCode))
                .map(DossierRecord::getCode)
                .toList();
    }

    private static Predicate<DossierRecord> condition(String name, String value, LocalDate on) {
        LocalDate reform = Samples.REFORM;
        return switch (name) {
            case "on" -> dossier -> true;
            case "agency" -> dossier -> dossier.getHolderAgency().equals(value);
            case "status" -> dossier -> dossier.getStatus().name().equalsIgnoreCase(value);
            case "overdue" -> dossier -> LONG_AGO.equals(dossier.getOverdueFrom()) == Boolean.parseBoolean(value);
            case "procedure" -> dossier -> dossier.getProcedureCode().equals(value);
            case "sector" -> dossier -> dossier.getSector().name().equals(value);
            case "channel" -> dossier -> dossier.getChannel().name().equalsIgnoreCase(value);
            case "from" -> dossier -> !filedOn(dossier).isBefore(LocalDate.parse(value));
            case "to" -> dossier -> !filedOn(dossier).isAfter(LocalDate.parse(value));
            case "q" ->
                dossier -> begins(dossier.getCode(), value)
                        || dossier.getAliases().stream().anyMatch(alias -> begins(alias, value));
            case "unit" ->
                dossier -> switch (value) {
                    // 25009 is no commune since the reform, and nobody knows 99999.
                    case "68" -> !dossier.getUnitCode().equals("99999") && isUnit(dossier);
                    case "679" ->
                        !dossier.getUnitCode().equals("99999")
                                && filedOn(dossier).isBefore(reform);
                    default ->
                        dossier.getUnitCode().equals(value)
                                && isUnit(dossier)
                                && (on == null
                                        || on.isBefore(reform)
                                                == filedOn(dossier).isBefore(reform));
                };
            default -> throw new AssertionError(name);
        };
    }

    private static boolean isUnit(DossierRecord dossier) {
        return !dossier.getUnitCode().equals("25009") || filedOn(dossier).isBefore(Samples.REFORM);
    }

    private static boolean begins(String text, String beginning) {
        return text.toUpperCase(Locale.ROOT).startsWith(beginning.toUpperCase(Locale.ROOT));
    }

    private static LocalDate filedOn(DossierRecord dossier) {
        return LocalDate.ofInstant(
                requireNonNullElse(dossier.getSubmittedAt(), dossier.getFirstEventAt()), WorkingTime.ZONE);
    }

    private static List<String> pages(String query, int limit) throws Exception {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    client().json("v1/dossiers?limit=" + limit + after + (query.isEmpty() ? "" : "&" + query), 200);
            all.addAll(codes(page));
            after = page.at("/next").isNull()
                    ? ""
                    : "&after=" + encoded(page.at("/next").asText());
        } while (!after.isEmpty());
        return all;
    }

    private static List<String> codes(JsonNode page) {
        List<String> codes = new ArrayList<>();
        page.at("/dossiers").forEach(dossier -> codes.add(dossier.at("/code").asText()));
        return codes;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Client client() {
        return new Client(server.url());
    }
}

package org.lienthong.reporting.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.reporting.api.ReportServer;
import org.lienthong.reporting.api.ServerSettings;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.Select;

/** The page in a real browser. Pictures of it are left in {@code target/page}. */
class PageTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final Path PICTURES = Path.of("target", "page");

    @TempDir
    private static @Nullable Path profile;

    private static @Nullable ReportServer server;
    private static @Nullable Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.open(requireNonNull(profile)).orElse(null);
        assumeTrue(browser != null, "no chromium and chromedriver on the PATH: the page is not tested in a browser");
        DiLinh.load(new SinkRows(DATABASE.database().dataSource()));
        server = new ReportServer(
                ServerSettings.local(0),
                DATABASE.database().dataSource(),
                List::of,
                () -> Map.of("dossier.records", 0L));
        server.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void visit() {
        browser().resize(1280, 900);
        browser().darkMode(false);
        browser().visit(requireNonNull(server).url());
        browser().script("localStorage.clear()");
        browser().visit(requireNonNull(server).url());
        eventually().until(() -> !browser().all("#units tbody tr").isEmpty());
        browser().complaints(); // those of the test before
    }

    @Test
    void itLoadsInVietnameseWithoutComplaint() {
        browser().visit(requireNonNull(server).url());
        eventually().until(() -> text("#live-text").startsWith("Trực tiếp, cập nhật"));

        assertThat(browser().script("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo("true");
        assertThat(browser().script("document.documentElement.lang")).isEqualTo("vi");
        assertThat(text("#totals [data-figure=received] dt")).isEqualTo("Tiếp nhận");
        assertThat(text("#totals [data-figure=received] dd"))
                .isEqualTo(
                        withDots(
                                DATABASE.number(
                                        "SELECT sum(received) FROM lienthong.unit_statistics WHERE level = 'COMMUNE' OR level IS NULL")));
        assertThat(browser().complaints()).isEmpty();
        assertThat(
                        String.valueOf(
                                browser()
                                        .script(
                                                "performance.getEntriesByType('resource').filter(r => !r.name.startsWith(location.origin)).length")))
                .isEqualTo("0");
        browser().picture(PICTURES.resolve("vi.png"));
    }

    @Test
    void theLanguageSwitchesAndIsRemembered() {
        browser().one("[data-language=en]").click();
        assertThat(text("#totals [data-figure=received] dt")).isEqualTo("Received");
        assertThat(text("#totals [data-figure=received] dd")).contains(",");

        browser().visit(requireNonNull(server).url());
        eventually().until(() -> text("#units-title").equals("Figures by unit"));

        assertThat(browser().script("document.documentElement.lang")).isEqualTo("en");
        eventually().until(() -> text("#live-text").startsWith("Live"));
        browser().one("[data-id='68@1976-01-01']").click();
        eventually().until(() -> browser().all("#months tbody tr").size() == 12);
        browser().picture(PICTURES.resolve("en.png"));
    }

    @Test
    void theTreeOpensAndClosesByKeyboardAndMouse() {
        int closed = browser().all("#units tbody tr").size();
        String district = "[data-id='679@1976-01-01']";
        assertThat(browser().one(district).getDomAttribute("aria-expanded")).isEqualTo("false");
        assertThat(browser().one(district).getDomAttribute("aria-level")).isEqualTo("2");

        browser().one(district + " .twisty").click();
        assertThat(browser().all("#units tbody tr")).hasSize(closed + 19);
        assertThat(browser().one(district).getDomAttribute("aria-expanded")).isEqualTo("true");

        browser().one("[data-id='68@1976-01-01']").sendKeys(Keys.ARROW_DOWN);
        browser().one(district).sendKeys(Keys.ARROW_LEFT);
        assertThat(browser().all("#units tbody tr")).hasSize(closed);
        browser().one(district).sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser().all("#units tbody tr")).hasSize(closed + 19);
        assertThat(text("[data-id='25051@1976-01-01'] td")).isEqualTo("–");
    }

    @Test
    void aUnitShowsItsMonthsAndSectors() {
        browser().one("[data-id='25000@2025-07-01']").click();

        eventually().until(() -> text("#detail-title").equals("Xã Di Linh"));
        eventually().until(() -> browser().all("#months tbody tr").size() == 6);
        assertThat(text("#detail-about")).isEqualTo("Cấp xã · 25000 · Từ ngày 01/07/2025");
        assertThat(browser().all("#sectors tbody tr")).hasSize(10);
        assertThat(text("#months tbody th")).isEqualTo("07/2025");
        assertThat(browser().all("#months svg rect")).isNotEmpty();
        assertThat(browser().complaints()).isEmpty();
        browser().picture(PICTURES.resolve("vi-unit.png"));
    }

    @Test
    void theMapBeforeTheReformShowsTheDistrict() {
        new Select(browser().one("#map")).selectByVisibleText("Đến hết ngày 30/06/2025");
        eventually().until(() -> browser().all("[data-id='25000@2025-07-01']").isEmpty());
        assertThat(text("[data-id='679@1976-01-01'] .unit-name")).isEqualTo("Huyện Di Linh");

        new Select(browser().one("#map")).selectByVisibleText("Từ ngày 01/07/2025");
        eventually().until(() -> browser().all("[data-id='679@1976-01-01']").isEmpty());
        assertThat(browser().all("#units tbody tr[aria-level='2']")).hasSize(7);
    }

    @Test
    void aDossierIsLookedUp() {
        browser().one("#code").sendKeys(" h36.25-250701-0001" + Keys.ENTER);
        eventually().until(() -> text("#dossier h2").equals("Hồ sơ H36.25-250701-0001"));
        assertThat(text("#dossier")).contains("Đang xử lý", "Xã Di Linh (25000)", "01/07/2025", "150.000");
        browser().picture(PICTURES.resolve("vi-dossier.png"));
        assertThat(browser().complaints()).isEmpty();

        browser().one("#code").clear();
        browser().one("#code").sendKeys("<img src=x onerror=alert(1)>" + Keys.ENTER);
        eventually().until(() -> text("#notice").contains("Không tìm thấy hồ sơ"));
        assertThat(text("#notice")).contains("<img src=x onerror=alert(1)>");
        assertThat(browser().all("#notice img")).isEmpty();
    }

    @Test
    void figuresMoveWhileOneLooks() {
        String before = text("#totals [data-figure=received] dd");
        new SinkRows(DATABASE.database().dataSource())
                .statistics(List.of(Samples.statistics(
                        "68", Samples.BEFORE, Sector.OTHER, "2025-12", UnitLevel.PROVINCE, 1_000_000)));
        try {
            eventually().until(() -> !text("#totals [data-figure=received] dd").equals(before));
            assertThat(text("#totals [data-figure=received] dd")).startsWith("1.0");
        } finally {
            DATABASE.execute("DELETE FROM lienthong.unit_statistics WHERE sector = 'OTHER'");
        }
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        browser().resize(320, 640);
        browser().one("[data-id='679@1976-01-01'] .twisty").click();
        browser().one("[data-id='25000@2025-07-01']").click();
        browser().one("#code").sendKeys("H36.25-250701-0001" + Keys.ENTER);
        eventually()
                .until(() -> browser().all("#months tbody tr").size() == 6
                        && text("#dossier h2").contains("H36.25-250701-0001"));

        assertThat(browser().script("document.documentElement.scrollWidth")).isEqualTo("320");
        browser().picture(PICTURES.resolve("vi-phone.png"));
    }

    @Test
    void darkModeIsFollowed() {
        browser().darkMode(true);
        browser().one("[data-id='68@1976-01-01']").click();
        eventually().until(() -> browser().all("#months tbody tr").size() == 12);

        assertThat(browser().script("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 22, 26)");
        browser().picture(PICTURES.resolve("vi-dark.png"));
    }

    @Test
    void thePageIsSmall() throws IOException, URISyntaxException {
        URL index = requireNonNull(ReportServer.class.getResource("/org/lienthong/reporting/page/index.html"));
        try (Stream<Path> files =
                Files.list(requireNonNull(Path.of(index.toURI()).getParent()))) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(100_000);
        }
    }

    private static String text(String css) {
        try {
            return browser().one(css).getText();
        } catch (StaleElementReferenceException e) {
            return browser().one(css).getText(); // drawn anew between two steps of ours
        }
    }

    private static String withDots(long number) {
        return "%,d".formatted(number).replace(',', '.');
    }

    private static ConditionFactory eventually() {
        return await().atMost(Browser.patience()).ignoreException(StaleElementReferenceException.class);
    }

    private static Browser browser() {
        return requireNonNull(browser);
    }
}

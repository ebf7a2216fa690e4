package org.lienthong.reporting.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.api.ReportServer;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The page in a real browser. Pictures of it are left in {@code target/page}. */
class PageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension(DiLinh::load);

    @Test
    void itLoadsInVietnameseWithoutComplaint() {
        PAGE.visit();
        PAGE.eventually().until(() -> PAGE.text("#live-text").startsWith("Trực tiếp, cập nhật"));

        assertThat(PAGE.browser()
                        .script("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo("true");
        assertThat(PAGE.browser().script("document.documentElement.lang")).isEqualTo("vi");
        assertThat(PAGE.text("#totals [data-figure=received] dt")).isEqualTo("Tiếp nhận");
        assertThat(PAGE.text("#totals [data-figure=received] dd"))
                .isEqualTo(
                        withDots(
                                PAGE.database()
                                        .number(
                                                "SELECT sum(received) FROM lienthong.unit_statistics WHERE level = 'COMMUNE' OR level IS NULL")));
        assertThat(PAGE.browser().complaints()).isEmpty();
        assertThat(
                        String.valueOf(
                                PAGE.browser()
                                        .script(
                                                "performance.getEntriesByType('resource').filter(r => !r.name.startsWith(location.origin)).length")))
                .isEqualTo("0");
        PAGE.browser().picture(PageExtension.PICTURES.resolve("vi.png"));
    }

    @Test
    void theLanguageSwitchesAndIsRemembered() {
        PAGE.browser().one("[data-language=en]").click();
        assertThat(PAGE.text("#totals [data-figure=received] dt")).isEqualTo("Received");
        assertThat(PAGE.text("#totals [data-figure=received] dd")).contains(",");

        PAGE.visit();
        PAGE.eventually().until(() -> PAGE.text("#units-title").equals("Figures by unit"));

        assertThat(PAGE.browser().script("document.documentElement.lang")).isEqualTo("en");
        PAGE.eventually().until(() -> PAGE.text("#live-text").startsWith("Live"));
        PAGE.browser().one("[data-id='68@1976-01-01']").click();
        PAGE.eventually().until(() -> PAGE.browser().all("#months tbody tr").size() == 12);
        PAGE.browser().picture(PageExtension.PICTURES.resolve("en.png"));
    }

    @Test
    void theTreeOpensAndClosesByKeyboardAndMouse() {
        int closed = PAGE.browser().all("#units tbody tr").size();
        String district = "[data-id='679@1976-01-01']";
        assertThat(PAGE.browser().one(district).getDomAttribute("aria-expanded"))
                .isEqualTo("false");
        assertThat(PAGE.browser().one(district).getDomAttribute("aria-level")).isEqualTo("2");

        PAGE.browser().one(district + " .twisty").click();
        assertThat(PAGE.browser().all("#units tbody tr")).hasSize(closed + 19);
        assertThat(PAGE.browser().one(district).getDomAttribute("aria-expanded"))
                .isEqualTo("true");

        PAGE.browser().one("[data-id='68@1976-01-01']").sendKeys(Keys.ARROW_DOWN);
        PAGE.browser().one(district).sendKeys(Keys.ARROW_LEFT);
        assertThat(PAGE.browser().all("#units tbody tr")).hasSize(closed);
        PAGE.browser().one(district).sendKeys(Keys.ARROW_RIGHT);
        assertThat(PAGE.browser().all("#units tbody tr")).hasSize(closed + 19);
        assertThat(PAGE.text("[data-id='25051@1976-01-01'] td")).isEqualTo("–");
    }

    @Test
    void aUnitShowsItsMonthsAndSectors() {
        PAGE.browser().one("[data-id='25000@2025-07-01']").click();

        PAGE.eventually().until(() -> PAGE.text("#detail-title").equals("Xã Di Linh"));
        PAGE.eventually().until(() -> PAGE.browser().all("#months tbody tr").size() == 6);
        assertThat(PAGE.text("#detail-about")).isEqualTo("Cấp xã · 25000 · Từ ngày 01/07/2025");
        assertThat(PAGE.browser().all("#sectors tbody tr")).hasSize(10);
        assertThat(PAGE.text("#months tbody th")).isEqualTo("07/2025");
        assertThat(PAGE.browser().all("#months svg rect")).isNotEmpty();
        assertThat(PAGE.browser().complaints()).isEmpty();
        PAGE.browser().picture(PageExtension.PICTURES.resolve("vi-unit.png"));
    }

    @Test
    void theMapBeforeTheReformShowsTheDistrict() {
        new Select(PAGE.browser().one("#map")).selectByVisibleText("Đến hết ngày 30/06/2025");
        PAGE.eventually()
                .until(() -> PAGE.browser().all("[data-id='25000@2025-07-01']").isEmpty());
        assertThat(PAGE.text("[data-id='679@1976-01-01'] .unit-name")).isEqualTo("Huyện Di Linh");

        new Select(PAGE.browser().one("#map")).selectByVisibleText("Từ ngày 01/07/2025");
        PAGE.eventually()
                .until(() -> PAGE.browser().all("[data-id='679@1976-01-01']").isEmpty());
        assertThat(PAGE.browser().all("#units tbody tr[aria-level='2']")).hasSize(7);
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        String keys = "const keys = w => Object.keys(w).flatMap(k => typeof w[k] === 'object'"
                + " ? keys(w[k]).map(inner => k + '.' + inner) : [k]).sort();";
        assertThat(PAGE.browser()
                        .script("Promise.all([import('./words.js'), import('./words-dossier.js')]).then(files => {"
                                + keys
                                + " return files.flatMap(file => Object.values(file)).every(words =>"
                                + " JSON.stringify(keys(words.vi)) === JSON.stringify(keys(words.en))); })"))
                .isEqualTo("true");
    }

    @Test
    void figuresMoveWhileOneLooks() {
        String before = PAGE.text("#totals [data-figure=received] dd");
        new SinkRows(PAGE.database().database().dataSource())
                .statistics(List.of(Samples.statistics(
                        "68", Samples.BEFORE, Sector.OTHER, "2025-12", UnitLevel.PROVINCE, 1_000_000)));
        try {
            PAGE.eventually()
                    .until(() -> !PAGE.text("#totals [data-figure=received] dd").equals(before));
            assertThat(PAGE.text("#totals [data-figure=received] dd")).startsWith("1.0");
        } finally {
            PAGE.database().execute("DELETE FROM lienthong.unit_statistics WHERE sector = 'OTHER'");
        }
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        PAGE.browser().resize(320, 640);
        PAGE.browser().one("[data-id='679@1976-01-01'] .twisty").click();
        PAGE.browser().one("[data-id='25000@2025-07-01']").click();
        PAGE.browser().one("#code").sendKeys("H36.25-250701-0001" + Keys.ENTER);
        PAGE.eventually()
                .until(() -> PAGE.browser().all("#months tbody tr").size() == 6
                        && PAGE.text("#dossier h2").contains("H36.25-250701-0001"));

        assertThat(PAGE.browser().script("document.documentElement.scrollWidth"))
                .isEqualTo("320");
        PAGE.browser().picture(PageExtension.PICTURES.resolve("vi-phone.png"));
    }

    @Test
    void darkModeIsFollowed() {
        PAGE.browser().darkMode(true);
        PAGE.browser().one("[data-id='68@1976-01-01']").click();
        PAGE.eventually().until(() -> PAGE.browser().all("#months tbody tr").size() == 12);

        assertThat(PAGE.browser().script("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 22, 26)");
        PAGE.browser().picture(PageExtension.PICTURES.resolve("vi-dark.png"));
    }

    @Test
    void thePageIsSmall() throws IOException, URISyntaxException {
        URL index = requireNonNull(ReportServer.class.getResource("/org/lienthong/reporting/page/index.html"));
        try (Stream<Path> files =
                Files.list(requireNonNull(Path.of(index.toURI()).getParent()))) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(100_000);
        }
    }

    private static String withDots(long number) {
        return "%,d".formatted(number).replace(',', '.');
    }
}

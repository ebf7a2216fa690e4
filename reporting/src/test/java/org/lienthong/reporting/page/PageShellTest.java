package org.lienthong.reporting.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.api.ReportServer;
import org.openqa.selenium.Keys;

/** What stands around every view: addresses, languages, the finder, and how little is loaded. */
class PageShellTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    private static final long MOST_BYTES = 300_000;

    @Test
    void itBeginsWithTheHighestUnitInVietnamese() {
        PAGE.open("");
        PAGE.eventually().until(() -> PAGE.address().equals("#/unit/68"));
        PAGE.settle();

        assertThat(PAGE.text("h1")).isEqualTo("Tỉnh Lâm Đồng");
        assertThat(PAGE.browser().script("document.documentElement.lang")).isEqualTo("vi");
        assertThat(PAGE.browser().script("document.title")).isEqualTo("Tỉnh Lâm Đồng – Liên Thông");
        PAGE.eventually().until(() -> PAGE.text("#live-text").startsWith("Trực tiếp, cập nhật"));
        PAGE.requireNoComplaint();
    }

    @Test
    void itBeginsWhereTheReaderWasLast() {
        PAGE.open("#/unit/25015");

        PAGE.open("");

        PAGE.eventually().until(() -> PAGE.address().equals("#/unit/25015"));
    }

    @Test
    void theFirstLoadIsSmallAndFromHereAlone() {
        PAGE.open("#/unit/68");

        String sizes = "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))";
        assertThat(Long.parseLong(String.valueOf(
                        PAGE.browser().script(sizes + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)"))))
                .isBetween(10_000L, MOST_BYTES);
        assertThat(PAGE.browser().script(sizes + ".filter(entry => !entry.name.startsWith(location.origin)).length"))
                .isEqualTo("0");
    }

    /** Otherwise a slow line would be waited for once for every step from one module to the next. */
    @Test
    void everyModuleIsAskedForAtOnce() throws IOException, URISyntaxException {
        Path page = Path.of(requireNonNull(ReportServer.class.getResource("/org/lienthong/reporting/page/index.html"))
                .toURI());
        String index = Files.readString(page);
        try (Stream<Path> files = Files.walk(requireNonNull(page.getParent()))) {
            List<String> modules = files.filter(file -> file.toString().endsWith(".js"))
                    .map(file ->
                            requireNonNull(page.getParent()).relativize(file).toString())
                    .filter(name -> !List.of("page.js", "old-browser.js").contains(name))
                    .toList();
            assertThat(modules)
                    .allSatisfy(module ->
                            assertThat(index).contains("<link rel=\"modulepreload\" href=\"" + module + "\">"));
        }
    }

    @Test
    void theLanguageSwitchesAndIsRemembered() {
        PAGE.open("#/unit/68");
        PAGE.speakEnglish();
        assertThat(PAGE.text("[data-figure=received] dt")).isEqualTo("Received");
        assertThat(PAGE.text("[data-figure=received] dd")).contains(",");

        PAGE.open("#/unit/68");

        assertThat(PAGE.text("#views [aria-current]")).isEqualTo("Overview");
        assertThat(PAGE.browser().script("document.documentElement.lang")).isEqualTo("en");
        PAGE.eventually().until(() -> PAGE.text("#live-text").startsWith("Live, updated"));
        PAGE.picture("en-overview");
    }

    @Test
    void everyWordIsThereInBothLanguagesAndOnce() {
        PAGE.open("#/unit/68");
        String files =
                "Promise.all(['page', 'terms', 'figures', 'list', 'dossier', 'serviceindex', 'quality', 'report']"
                        + ".map(name => import('./words/' + name + '.js')))";
        String keys = "const keys = w => Object.keys(w).reduce((all, k) => all.concat(typeof w[k] === 'object'"
                + " ? keys(w[k]).map(inner => k + '.' + inner) : [k]), []).sort();";

        assertThat(
                        PAGE.browser()
                                .later(
                                        keys + "const done = arguments[0]; " + files + ".then(all => done(all"
                                                + ".map(file => Object.values(file)[0])"
                                                + ".filter(words => JSON.stringify(keys(words.vi)) !== JSON.stringify(keys(words.en))).length))"))
                .isEqualTo("0");
        assertThat(PAGE.browser()
                        .later("const done = arguments[0]; " + files + ".then(all => { const names = all"
                                + ".reduce((found, file) => found.concat(Object.keys(Object.values(file)[0].vi)), []);"
                                + " done(names.filter((name, at) => names.indexOf(name) !== at).join()); })"))
                .isEqualTo("");
    }

    @Test
    void backLeadsWhereOneWas() {
        PAGE.open("#/unit/68");
        PAGE.browser().run("window.scrollTo(0, 700)");
        PAGE.browser().run("document.querySelector(\"#children a[href^='#/unit/25015']\").click()");
        PAGE.eventually().until(() -> PAGE.text("h1").equals("Xã Gia Hiệp"));
        assertThat(PAGE.browser().script("document.activeElement.textContent")).isEqualTo("Xã Gia Hiệp");
        assertThat(PAGE.browser().script("window.scrollY")).isEqualTo("0");

        PAGE.browser().back();

        PAGE.eventually().until(() -> PAGE.text("h1").equals("Tỉnh Lâm Đồng"));
        assertThat(PAGE.browser().script("window.scrollY")).isEqualTo("700");
    }

    @Test
    void unitsAndDossiersAreFoundByNameOrCode() {
        PAGE.open("#/unit/68");
        find("hoa ninh");
        PAGE.eventually().until(() -> PAGE.text("h1").equals("Xã Hòa Ninh"));
        find("25051");
        PAGE.eventually().until(() -> PAGE.text("h1").equals("Xã Sơn Điền"));
        find(PageYear.DOSSIER);
        PAGE.eventually().until(() -> PAGE.text("h1").equals("Hồ sơ " + PageYear.DOSSIER));
        PAGE.requireNoComplaint();
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        PAGE.open("#/unit/<img src=x onerror=alert(1)>");
        PAGE.eventually().until(() -> PAGE.text("#notice").contains("Không có đơn vị mang mã"));
        assertThat(PAGE.text("#notice")).contains("<img src=x onerror=alert(1)>");
        assertThat(PAGE.browser().all("#notice img")).isEmpty();

        PAGE.browser().one("#view a").click();
        PAGE.eventually().until(() -> PAGE.text("h1").equals("Tỉnh Lâm Đồng"));

        PAGE.open("#/constructor");
        assertThat(PAGE.text("#view")).startsWith("Không có trang này");
    }

    @Test
    void theSkipLinkLeadsToTheContentAndKeepsTheAddress() {
        PAGE.open("#/unit/68");
        PAGE.browser().run("document.querySelector('.skip').focus()");

        PAGE.browser().press(Keys.ENTER);

        assertThat(PAGE.browser().script("document.activeElement.id")).isEqualTo("view");
        assertThat(PAGE.address()).isEqualTo("#/unit/68");
    }

    private static void find(String text) {
        PAGE.browser().one("#find-text").click();
        PAGE.eventually().until(() -> !PAGE.browser().all("#find-units option").isEmpty());
        PAGE.browser().one("#find-text").sendKeys(text + Keys.ENTER);
    }
}

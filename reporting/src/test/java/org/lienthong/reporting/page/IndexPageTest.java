package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The service index of Decision 766: groups, metrics, what would raise it, and who ranks where. */
class IndexPageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    @Test
    void groupsOpenToTheirMetrics() {
        PAGE.open("#/index/68?period=2025");
        assertThat(PAGE.text("#total")).endsWith("/ 100");
        assertThat(PAGE.browser().all(".groups > details")).hasSize(6);

        PAGE.browser().one("[data-group=CKMB] summary").sendKeys(Keys.ENTER);

        assertThat(PAGE.text("[data-row=DOSSIER_SYNC]")).contains("180", "206", "mẫu số khác: 200 (lệch 6)");
        assertThat(PAGE.browser().all("#metrics-CKMB tbody tr")).hasSize(4);
        assertThat(PAGE.text(".raises")).contains("+", "điểm", "Thêm");
        PAGE.requireNoSidewaysScroll();
        PAGE.requireNoComplaint();
        PAGE.picture("vi-index");
    }

    @Test
    void thePeriodIsChosenAndBeginsWithTheLatestFigures() {
        PAGE.open("#/index/68");
        assertThat(PAGE.browser().one("#field-year").getDomProperty("value")).isEqualTo("2025");

        new Select(PAGE.browser().one("#field-month")).selectByValue("07");

        PAGE.eventually().until(() -> PAGE.address().equals("#/index/68?period=2025-07"));
    }

    @Test
    void lostPointsLeadToTheDossiersThatCostThem() {
        PAGE.open("#/index/68?period=2025");
        PAGE.browser().one("[data-group=TDGQ] summary").click();

        PAGE.click("#metrics-TDGQ a");

        PAGE.eventually().until(() -> PAGE.text("h1").startsWith("Hồ sơ làm mất điểm: "));
        assertThat(PAGE.browser().all("#dossiers tbody tr")).hasSize(50);
        PAGE.click("#dossiers tbody a");
        PAGE.eventually().until(() -> PAGE.address().startsWith("#/dossier/H36.25-"));
    }

    @Test
    void communesAreRanked() {
        PAGE.open("#/index/25015?period=2025");
        assertThat(PAGE.text("#ranking [aria-current]")).isEqualTo("Xã Gia Hiệp");
        assertThat(PAGE.browser().all("#ranking tbody tr")).hasSize(8);
        assertThat(PAGE.text("#ranking tbody tr .rank")).isEqualTo("1");

        PAGE.speakEnglish();
        assertThat(PAGE.text("#ranking thead")).contains("Unit", "Total");
        PAGE.picture("en-index");
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        PAGE.browser().resize(PageExtension.PHONE, 740);
        PAGE.open("#/index/68?period=2025");
        PAGE.browser().one("[data-group=MDSH] summary").click();

        PAGE.requireNoSidewaysScroll();
        PAGE.picture("vi-index-phone");
    }
}

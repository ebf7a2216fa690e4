package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** The figures of a unit and of what is below it. Pictures are left in {@code target/page}. */
class OverviewPageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    @Test
    void aProvinceAtAGlance() {
        PAGE.open("#/unit/68");

        assertThat(PAGE.text("[data-figure=received] dd"))
                .isEqualTo(withDots(PAGE.database()
                        .number("SELECT sum(received) FROM lienthong.unit_statistics WHERE level = 'PROVINCE'")));
        assertThat(PAGE.text("[data-figure=onTimeShare] dd")).endsWith("%");
        assertThat(PAGE.text("[data-figure=meanHours]")).contains("15,0 giờ", "≈ 1,9 ngày làm việc");
        assertThat(PAGE.text("[data-figure=digitisedShare] dd")).isEqualTo("49,9%");
        assertThat(PAGE.browser().all(".chart")).hasSize(3);
        assertThat(PAGE.browser().all(".place")).hasSize(7);
        assertThat(PAGE.browser().all("#sectors tbody tr")).hasSize(10);
        assertThat(PAGE.text("#areas tbody")).contains("Khu vực Di Linh");
        PAGE.requireNoSidewaysScroll();
        PAGE.requireNoComplaint();
        PAGE.picture("vi-overview");
    }

    @Test
    void namesAreTextWhateverIsInThem() {
        PAGE.open("#/unit/68");
        assertThat(PAGE.text("[data-row='25099@2025-07-01']")).contains(PageYear.NASTY);

        PAGE.click("[data-row='25099@2025-07-01'] a");

        PAGE.eventually().until(() -> PAGE.text("h1").equals(PageYear.NASTY));
        assertThat(PAGE.browser().all("#view img")).isEmpty();
        PAGE.requireNoComplaint();
    }

    @Test
    void theTableIsSortedByItsHeads() {
        PAGE.open("#/unit/68?map=current");
        assertThat(PAGE.browser().one("#children [aria-sort]").getText()).isEqualTo("Tiếp nhận");

        PAGE.click("#children thead th:first-child a");
        assertThat(PAGE.address()).contains("sort=unit.asc");
        assertThat(PAGE.text("#children tbody tr:nth-child(2) th")).isEqualTo("Xã Bảo Thuận");
        assertThat(PAGE.browser().script("document.activeElement.textContent")).isEqualTo("Đơn vị");

        PAGE.browser().press(Keys.ENTER);
        PAGE.eventually().until(() -> PAGE.address().contains("sort=unit.desc"));
        assertThat(PAGE.browser().one("#children thead th").getDomAttribute("aria-sort"))
                .isEqualTo("descending");
    }

    @Test
    void theMapIsChosen() {
        PAGE.open("#/unit/68");
        assertThat(PAGE.text("#children")).contains("Huyện Di Linh", "đến hết 30/06/2025", "Xã Hòa Bắc");

        new Select(PAGE.browser().one("#field-map")).selectByValue("current");
        PAGE.eventually().until(() -> PAGE.text("#scope-notes").startsWith("Số liệu quy đổi về bản đồ ngày"));
        assertThat(PAGE.text("#children")).doesNotContain("Huyện Di Linh");

        PAGE.open("#/unit/68?asOf=2025-06-30");
        assertThat(PAGE.browser().all("#children tbody tr")).hasSize(1);
        PAGE.click("#children tbody a");
        PAGE.eventually().until(() -> PAGE.text("h1").equals("Huyện Di Linh"));
        assertThat(PAGE.browser().all("#children tbody tr")).hasSize(19);
        assertThat(PAGE.text(".path")).isEqualTo("Tỉnh Lâm Đồng");
        PAGE.click(".path a");
        PAGE.eventually().until(() -> PAGE.address().equals("#/unit/68?asOf=2025-06-30"));
        PAGE.requireNoComplaint();
    }

    @Test
    void aUnitThatEndedIsMeantOnItsLastDay() {
        PAGE.open("#/unit/68");

        PAGE.browser().run("document.querySelector(\"[data-row='679@1976-01-01'] a\").click()");

        PAGE.eventually().until(() -> PAGE.text("h1").equals("Huyện Di Linh"));
        assertThat(PAGE.address()).isEqualTo("#/unit/679?on=2025-06-30");
    }

    @Test
    void periodAndSectorAreChosen() {
        PAGE.open("#/unit/68?from=2025-07&to=2025-09");
        PAGE.browser().one(".as-table summary").click();
        assertThat(PAGE.browser().all("#months tbody tr")).hasSize(3);
        assertThat(PAGE.text("#months tbody th")).isEqualTo("07/2025");
        assertThat(PAGE.browser().one("#field-period").getDomProperty("value")).isEqualTo("");

        new Select(PAGE.browser().one("#field-sector")).selectByValue("HEALTH");
        PAGE.eventually().until(() -> PAGE.browser().all("#sectors tbody tr").size() == 1);
        assertThat(PAGE.address()).isEqualTo("#/unit/68?from=2025-07&to=2025-09&sector=HEALTH");
        assertThat(PAGE.browser().one(".as-table").getDomAttribute("open")).isNotNull();

        new Select(PAGE.browser().one("#field-period")).selectByValue("periodAll");
        PAGE.eventually().until(() -> PAGE.address().equals("#/unit/68?sector=HEALTH"));
    }

    @Test
    void aPointOfTheMapIsReachedByKeyboard() {
        PAGE.open("#/unit/68?map=current");
        PAGE.browser().run("document.querySelector(\".place[data-key='25042@2025-07-01']\").focus()");
        assertThat(PAGE.browser().script("document.activeElement.getAttribute('aria-label')"))
                .asString()
                .startsWith("Xã Hòa Bắc: tiếp nhận ");

        PAGE.browser().press(Keys.ENTER);

        PAGE.eventually().until(() -> PAGE.text("h1").equals("Xã Hòa Bắc"));
        assertThat(PAGE.address()).isEqualTo("#/unit/25042?map=current");
    }

    @Test
    void figuresMoveWhileOneLooksAndNothingElseDoes() {
        PAGE.open("#/unit/68?sort=unit.asc");
        PAGE.browser().one(".as-table summary").click();
        PAGE.browser().run("document.querySelector(\"[data-row='25015@2025-07-01'] a\").focus()");
        PAGE.browser().run("window.scrollTo(0, 400)");
        String before = PAGE.text("[data-figure=received] dd");
        new SinkRows(PAGE.database().database().dataSource())
                .statistics(List.of(Samples.statistics(
                        "68", Samples.BEFORE, Sector.OTHER, "2025-12", UnitLevel.PROVINCE, 1_000_000)));
        try {
            PAGE.eventually()
                    .until(() -> !PAGE.text("[data-figure=received] dd").equals(before));
            assertThat(PAGE.text("[data-figure=received] dd")).startsWith("1.0");
            assertThat(PAGE.browser().script("document.activeElement.textContent"))
                    .isEqualTo("Xã Gia Hiệp");
            assertThat(PAGE.browser().script("window.scrollY")).isEqualTo("400");
            assertThat(PAGE.browser().one(".as-table").getDomAttribute("open")).isNotNull();
            assertThat(PAGE.address()).isEqualTo("#/unit/68?sort=unit.asc");
        } finally {
            PAGE.database()
                    .execute("DELETE FROM lienthong.unit_statistics WHERE sector = 'OTHER';"
                            + " UPDATE lienthong.freshness SET version = version + 1, changed_at = now()");
        }
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        PAGE.browser().resize(PageExtension.PHONE, 740);
        PAGE.open("#/unit/68");

        PAGE.requireNoSidewaysScroll();
        PAGE.picture("vi-overview-phone");
    }

    @Test
    void darkModeIsFollowed() {
        PAGE.browser().darkMode(true);
        PAGE.open("#/unit/68");

        assertThat(PAGE.browser().script("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 27)");
        PAGE.picture("vi-overview-dark");
    }

    private static String withDots(long number) {
        return "%,d".formatted(number).replace(',', '.');
    }
}

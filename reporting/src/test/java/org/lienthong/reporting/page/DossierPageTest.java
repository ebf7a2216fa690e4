package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.Samples;
import org.openqa.selenium.Keys;

/** One dossier: what it is, what happened to it and why, and what became of its events. */
class DossierPageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    private static final String ADDRESS = "#/dossier/" + PageYear.DOSSIER;

    @Test
    void theRecordIsShownWithWhatOthersState() {
        PAGE.open(ADDRESS);

        assertThat(PAGE.text("h1")).isEqualTo("Hồ sơ " + PageYear.DOSSIER);
        assertThat(PAGE.text(".record"))
                .contains("Đang xử lý", "Xã Di Linh (25000)", "01/07/2025", "150.000")
                .contains("H36.10 nêu “30/07/2025 17:00”", "H36.10 nêu giá trị có thể là dữ liệu cá nhân");
        assertThat(PAGE.browser().all(".record [data-conflict=true]")).hasSize(2);
        assertThat(PAGE.text("[data-code=UNEXPECTED_TRANSITION]"))
                .contains("Đã xử lý xong → Đang xử lý", "UBND xã Di Linh (H36.25)", "Kiểm tra xem");
        assertThat(PAGE.text("[data-permit=GP-3]"))
                .contains("còn hiệu lực (sự kiện nêu: tạm đình chỉ)", "đình chỉ đến hết 30/09/2025", "Cùng ý kiến:");
        assertThat(PAGE.text("#view")).doesNotContain("Bình", "Nguyễn", "undefined", "null");
        PAGE.requireNoComplaint();
    }

    @Test
    void theStorySaysWhoStatedWhatAndByWhichRule() {
        PAGE.open(ADDRESS);

        assertThat(PAGE.browser().all("[data-key=story] .timeline > li")).hasSize(4);
        assertThat(PAGE.text("[data-event=e-1]"))
                .contains("Bộ phận một cửa Di Linh (H36.25)", "Ngày hẹn trả: 20/07/2025 17:00")
                .contains("Chủ hồ sơ: không hiển thị (dữ liệu cá nhân)", "vì cơ quan có thẩm quyền ghi nhận");
        assertThat(PAGE.text("[data-event=e-2]")).contains("20/07/2025 17:00 → 22/07/2025 17:00");
        assertThat(PAGE.text("[data-event=e-3]")).contains("Mâu thuẫn: Ý kiến về Ngày hẹn trả: 01/07/2025 08:00");
        assertThat(PAGE.text("[data-event=e-4]")).contains("Không làm thay đổi hồ sơ.");
        PAGE.browser().one("[data-key=story] summary").click();
        assertThat(PAGE.text("[data-field=dueAt]")).contains("do Bộ phận một cửa Di Linh", "22/07/2025 17:00");
        PAGE.picture("vi-dossier");

        PAGE.speakEnglish();
        assertThat(PAGE.text("[data-event=e-1]")).contains("because owner states");
        PAGE.picture("en-dossier");
    }

    @Test
    void receiptsSayWhatBecameOfEachEvent() {
        PAGE.open(ADDRESS);

        assertThat(PAGE.browser().all("[data-key=receipts] .timeline li")).hasSize(2);
        assertThat(PAGE.text("[data-key=receipts] [data-outcome=CONFLICT]"))
                .contains("mâu thuẫn: không phải cơ quan đang giữ", "one-stop", "dossier.events-1@77");
        PAGE.speakEnglish();
        assertThat(PAGE.text("[data-key=receipts] [data-outcome=APPLIED]")).contains("The event was applied");
        assertThat(PAGE.text("[data-code=UNEXPECTED_TRANSITION]")).contains("Resolved → In progress");
    }

    @Test
    void manyReceiptsAreOpenedByKeyboard() {
        PAGE.open("#/dossier/" + PageYear.REPEATED);
        assertThat(PAGE.text(".earlier summary")).isEqualTo("Hiện 10 biên nhận trước đó");

        PAGE.browser().one(".earlier summary").sendKeys(Keys.ENTER);

        assertThat(PAGE.browser().all(".earlier li")).hasSize(10).allMatch(line -> line.isDisplayed());
        assertThat(PAGE.browser().all("[data-key=receipts] .timeline li")).hasSize(60);
    }

    @Test
    void whoReadsADossierIsNotDisturbedByFreshFigures() {
        PAGE.open(ADDRESS);
        PAGE.browser().one("[data-key=story] summary").click();
        PAGE.browser().run("window.scrollTo(0, 500)");
        PAGE.browser().run("window.seen = document.querySelector('[data-event=e-2]')");

        String live = PAGE.text("#live-text");
        new SinkRows(PAGE.database().database().dataSource()).procedure(Samples.procedure());
        PAGE.eventually().until(() -> !PAGE.text("#live-text").equals(live));
        PAGE.settle();

        assertThat(PAGE.browser().script("window.scrollY")).isEqualTo("500");
        assertThat(PAGE.browser().script("document.contains(window.seen)")).isEqualTo("true");
        assertThat(PAGE.browser().one("[data-key=story] details").getDomAttribute("open"))
                .isNotNull();
    }

    @Test
    void aDossierIsFoundByAnAliasWithASlash() {
        PAGE.open("#/dossier/" + "cũ%2F" + PageYear.DOSSIER);

        assertThat(PAGE.text("h1")).isEqualTo("Hồ sơ " + PageYear.DOSSIER);
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        PAGE.browser().resize(PageExtension.PHONE, 740);
        PAGE.open(ADDRESS);

        PAGE.requireNoSidewaysScroll();
        PAGE.picture("vi-dossier-phone");
    }
}

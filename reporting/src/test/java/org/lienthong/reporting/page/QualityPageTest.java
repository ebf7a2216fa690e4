package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How good the data are, by agency, and whether anything was lost. */
class QualityPageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    @Test
    void theStateOfTheExchangeIsSaidInWords() {
        PAGE.open("#/quality");

        assertThat(PAGE.text("[data-figure=receiptCount]")).contains("61 trùng", "đã áp dụng", "1 mâu thuẫn");
        assertThat(PAGE.text("[data-figure=openQuarantine]")).contains("1 nội dung hỏng");
        assertThat(PAGE.text("[data-figure=lag]")).contains("12 bản ghi");
        assertThat(PAGE.text("[data-figure=balance]")).contains("Khớp");
        assertThat(PAGE.text("#lag")).contains("dossier.records", "12");
        assertThat(PAGE.text("#ledger")).contains("dossier.events-0", "1.000");
        PAGE.requireNoComplaint();
    }

    @Test
    void agenciesAreListedWithWhatIsOddAboutTheirData() {
        PAGE.open("#/quality");

        assertThat(PAGE.text("[data-row='H36.25']"))
                .contains("UBND xã Di Linh", "chuyển trạng thái bất thường", "02/07/2025");
        assertThat(PAGE.text("#quarantine")).contains("nội dung hỏng", "Không rõ cơ quan");
        PAGE.click("#agencies thead th:first-child a");
        assertThat(PAGE.address()).isEqualTo("#/quality?sort=agency.asc");
        PAGE.picture("vi-quality");
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        PAGE.browser().resize(PageExtension.PHONE, 740);
        PAGE.open("#/quality");

        PAGE.requireNoSidewaysScroll();
        PAGE.picture("vi-quality-phone");
    }
}

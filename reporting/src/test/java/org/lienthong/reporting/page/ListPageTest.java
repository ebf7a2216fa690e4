package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** Dossiers that are overdue, and those that are looked for. */
class ListPageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    @Test
    void overdueDossiersAreListedAndLeadToEachOfThem() {
        PAGE.open("#/overdue?unit=68");
        assertThat(PAGE.text("h1")).isEqualTo("Hồ sơ đang quá hạn: Tỉnh Lâm Đồng");
        assertThat(PAGE.browser().all("#dossiers tbody tr")).hasSize(50);
        assertThat(PAGE.text("#dossiers tbody tr"))
                .contains("H36.25-250702-", "Cấp giấy phép xây dựng nhà ở riêng lẻ", "01/08/2025", "quá hạn");
        PAGE.requireNoSidewaysScroll();
        PAGE.picture("vi-overdue");

        PAGE.click("#dossiers tbody a");

        PAGE.eventually().until(() -> PAGE.text("h1").startsWith("Hồ sơ H36.25-250702-"));
        PAGE.browser().back();
        PAGE.eventually().until(() -> PAGE.browser().all("#dossiers tbody tr").size() == 50);
        PAGE.requireNoComplaint();
    }

    @Test
    void aLongListGoesOnWhereTheReaderIs() {
        PAGE.open("#/overdue?unit=68");
        String first = PAGE.text("#dossiers tbody tr");
        PAGE.browser().one(".more a").sendKeys(Keys.ENTER);
        PAGE.eventually().until(() -> PAGE.browser().all("#dossiers tbody tr").size() == 100);

        assertThat(PAGE.browser()
                        .script("document.activeElement === document.querySelectorAll('#dossiers tbody a')[50]"))
                .isEqualTo("true");
        assertThat(PAGE.text("#dossiers tbody tr")).isEqualTo(first);
        PAGE.browser().one(".more a").sendKeys(Keys.ENTER);
        PAGE.eventually().until(() -> PAGE.browser().all("#dossiers tbody tr").size() == PageYear.OVERDUE);
        assertThat(PAGE.browser().all(".more a")).isEmpty();
    }

    @Test
    void dossiersAreFoundByCodeStatusAndProcedure() {
        PAGE.open("#/dossiers");
        PAGE.browser().one("#field-searchCode").sendKeys("H36.25-250701" + Keys.ENTER);
        PAGE.eventually().until(() -> PAGE.browser().all("#dossiers tbody tr").size() == 2);
        assertThat(PAGE.address()).isEqualTo("#/dossiers?q=H36.25-250701");

        new Select(PAGE.browser().one("#field-status")).selectByValue("SUBMITTED");
        PAGE.browser().one("button[type=submit][data-apply]").click();
        PAGE.eventually().until(() -> PAGE.browser().all("#dossiers tbody tr").size() == 1);
        assertThat(PAGE.text("#dossiers tbody th")).isEqualTo(PageYear.REPEATED);

        PAGE.browser().one("#field-procedureCode").sendKeys("'; DROP TABLE lienthong.dossiers;--" + Keys.ENTER);
        PAGE.eventually().until(() -> PAGE.text("#none").equals("Không có hồ sơ nào khớp."));
        PAGE.requireNoComplaint();
    }

    @Test
    void theFiguresOfAUnitLeadToTheDossiersThatTheyCount() {
        PAGE.open("#/unit/25000?from=2025-07&to=2025-07&sector=CONSTRUCTION");

        PAGE.click("[data-figure=overdue] a");

        PAGE.eventually().until(() -> PAGE.text("h1").equals("Hồ sơ đang quá hạn: Xã Di Linh"));
        assertThat(PAGE.address()).isEqualTo("#/overdue?unit=25000&sector=CONSTRUCTION&from=2025-07-01&to=2025-07-31");
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        PAGE.browser().resize(PageExtension.PHONE, 740);
        PAGE.open("#/overdue?unit=68");

        PAGE.requireNoSidewaysScroll();
        assertThat(PAGE.browser().script("getComputedStyle(document.querySelector('#dossiers td')).display"))
                .isEqualTo("block");
        PAGE.speakEnglish();
        assertThat(PAGE.text("h1")).isEqualTo("Overdue dossiers: Tỉnh Lâm Đồng");
        PAGE.picture("en-overdue-phone");
    }
}

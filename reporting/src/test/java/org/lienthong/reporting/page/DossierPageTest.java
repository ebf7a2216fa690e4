package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.openqa.selenium.Keys;

/** One dossier on the page, in a real browser. Pictures of it are left in {@code target/page}. */
class DossierPageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension(DossierPageTest::load);

    private static final String DOSSIER = "H36.25-250701-0001";
    private static final String REPEATED = "H36.25-250701-0002";

    private static void load(SinkRows rows) {
        DiLinh.load(rows);
        Receipt redriven = Samples.receipt(DOSSIER, Outcome.CONFLICT, 101);
        redriven.setCode("NOT_THE_HOLDER");
        redriven.setRedriveOf(new Origin("dossier.events", 1, 77L));
        rows.receipts(List.of(Samples.receipt(DOSSIER, Outcome.APPLIED, 100), redriven));
        rows.dossiers(List.of(Samples.dossier(REPEATED, 1)));
        rows.receipts(LongStream.range(200, 260)
                .mapToObj(offset -> Samples.receipt(REPEATED, Outcome.DUPLICATE, offset))
                .toList());
    }

    @Test
    void aDossierIsLookedUp() {
        PAGE.browser().one("#code").sendKeys(" h36.25-250701-0001" + Keys.ENTER);
        PAGE.eventually().until(() -> PAGE.text("#dossier h2").equals("Hồ sơ H36.25-250701-0001"));
        assertThat(PAGE.text("#dossier")).contains("Đang xử lý", "Xã Di Linh (25000)", "01/07/2025", "150.000");
        PAGE.browser().picture(PageExtension.PICTURES.resolve("vi-dossier.png"));
        assertThat(PAGE.browser().complaints()).isEmpty();

        PAGE.browser().one("#code").clear();
        PAGE.browser().one("#code").sendKeys("<img src=x onerror=alert(1)>" + Keys.ENTER);
        PAGE.eventually().until(() -> PAGE.text("#notice").contains("Không tìm thấy hồ sơ"));
        assertThat(PAGE.text("#notice")).contains("<img src=x onerror=alert(1)>");
        assertThat(PAGE.browser().all("#notice img")).isEmpty();
    }

    @Test
    void aDossierShowsWhatOthersSayAndWhatBecameOfItsEvents() {
        lookUp(DOSSIER);

        assertThat(PAGE.browser().script("document.activeElement.id")).isEqualTo("dossier-title");
        assertThat(PAGE.text("#dossier [data-code=UNEXPECTED_TRANSITION]"))
                .contains("Đã xử lý xong → Đang xử lý", "UBND xã Di Linh (H36.25)", "Kiểm tra xem");
        assertThat(PAGE.text("#dossier .record"))
                .contains("H36.10 nêu “30/07/2025 17:00”", "H36.10 nêu giá trị có thể là dữ liệu cá nhân");
        assertThat(PAGE.browser().all("#dossier .record [data-conflict=true]")).hasSize(2);
        assertThat(PAGE.text("#dossier [data-permit=GP-3]"))
                .contains("còn hiệu lực (sự kiện nêu: tạm đình chỉ)", "đình chỉ đến hết 30/09/2025", "Cùng ý kiến:");
        assertThat(PAGE.browser().all("#dossier .timeline li")).hasSize(2);
        assertThat(PAGE.text("#dossier .timeline li[data-outcome=CONFLICT]"))
                .contains("mâu thuẫn: không phải cơ quan đang giữ", "one-stop", "dossier.events-1@77");
        assertThat(PAGE.text("#dossier")).doesNotContain("Bình", "Nguyễn", "undefined", "null");
        assertThat(PAGE.browser().complaints()).isEmpty();

        PAGE.browser().one("[data-language=en]").click();
        assertThat(PAGE.text("#dossier .timeline li[data-outcome=APPLIED]")).contains("The event was applied");
        assertThat(PAGE.text("#dossier [data-code=UNEXPECTED_TRANSITION]")).contains("Resolved → In progress");
        PAGE.browser().picture(PageExtension.PICTURES.resolve("en-dossier.png"));
    }

    @Test
    void manyReceiptsAreOpenedByKeyboard() {
        lookUp(REPEATED);
        assertThat(PAGE.browser().all("#dossier .timeline li")).hasSize(50);

        PAGE.browser().one("#dossier .earlier").sendKeys(Keys.ENTER);

        assertThat(PAGE.browser().all("#dossier .timeline li")).hasSize(60);
        assertThat(PAGE.browser().script("document.activeElement === document.querySelector('.timeline li')"))
                .isEqualTo("true");
    }

    @Test
    void whoReadsADossierIsNotDisturbedByFreshFigures() {
        lookUp(DOSSIER);
        PAGE.browser().script("(document.querySelector('#dossier h3').textContent = 'read')");

        String live = PAGE.text("#live-text");
        new SinkRows(PAGE.database().database().dataSource()).procedure(Samples.procedure());
        PAGE.eventually().until(() -> !PAGE.text("#live-text").equals(live));

        assertThat(PAGE.text("#dossier h3")).isEqualTo("read");
    }

    @Test
    void closingADossierGoesBackToTheSearch() {
        lookUp(DOSSIER);

        PAGE.browser().one("#dossier .close").sendKeys(Keys.ENTER);

        assertThat(PAGE.browser().one("#dossier").isDisplayed()).isFalse();
        assertThat(PAGE.browser().script("document.activeElement.id")).isEqualTo("code");
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        PAGE.browser().resize(320, 640);
        lookUp(DOSSIER);

        assertThat(PAGE.browser().script("document.documentElement.scrollWidth"))
                .isEqualTo("320");
        PAGE.browser().picture(PageExtension.PICTURES.resolve("vi-dossier-phone.png"));
    }

    private static void lookUp(String code) {
        PAGE.browser().one("#code").sendKeys(code + Keys.ENTER);
        PAGE.eventually().until(() -> PAGE.text("#dossier h2").equals("Hồ sơ " + code));
    }
}

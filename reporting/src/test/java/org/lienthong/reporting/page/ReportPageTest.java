package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.support.ui.Select;

/** The monthly report, on the screen and on paper. */
class ReportPageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    @Test
    void theSheetHasEverythingThatIsSigned() {
        PAGE.open("#/report/68?month=2025-07");

        assertThat(PAGE.text(".sheet"))
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH LÂM ĐỒNG", "BÁO CÁO", "Tháng 7 năm 2025")
                .contains("I. Số liệu chung", "II. Theo đơn vị trực thuộc", "IV. Bộ chỉ số phục vụ người dân")
                .contains("NGƯỜI LẬP BÁO CÁO", "theo đơn vị lúc nộp");
        assertThat(figures("received")).hasSize(3).doesNotContain("–");
        assertThat(figures("received").get(2))
                .isEqualTo(withDots(PAGE.database().number("""
                SELECT sum(received) FROM lienthong.unit_statistics
                WHERE level = 'PROVINCE' AND month BETWEEN '2025-01-01' AND '2025-07-01'
                """)));
        assertThat(PAGE.browser().all("#report-index tbody tr")).hasSize(6);
        PAGE.requireNoComplaint();
        PAGE.picture("vi-report");
    }

    @Test
    void onPaperThereIsTheSheetAlone() {
        PAGE.open("#/report/68?month=2025-07");

        PAGE.browser().paper();

        for (String css : List.of(".masthead", "footer", ".filters", "h1")) {
            assertThat(PAGE.browser().one(css).isDisplayed()).as(css).isFalse();
        }
        assertThat(PAGE.browser().one(".sheet").isDisplayed()).isTrue();
        assertThat(PAGE.browser().script("getComputedStyle(document.querySelector('.sheet')).borderTopWidth"))
                .isEqualTo("0px");
        String pdf = new String(PAGE.browser().pdf(), StandardCharsets.ISO_8859_1);
        assertThat(Pattern.compile("/MediaBox\\s*\\[0 0 59[45][.0-9]* 84[12]")
                        .matcher(pdf)
                        .find())
                .as("A4, upright")
                .isTrue();
    }

    @Test
    void aButtonPrintsAndTheMonthIsChosen() {
        PAGE.open("#/report/68");
        assertThat(PAGE.text(".report-title")).contains("Tháng 12 năm 2025");
        PAGE.browser().run("window.print = () => { window.printed = true; }");

        PAGE.browser().one("[data-print]").click();
        assertThat(PAGE.browser().script("window.printed")).isEqualTo("true");

        new Select(PAGE.browser().one("#field-month")).selectByValue("03");
        PAGE.eventually().until(() -> PAGE.text(".report-title").contains("Tháng 3 năm 2025"));
        assertThat(PAGE.address()).isEqualTo("#/report/68?month=2025-03");
    }

    @Test
    void inEnglishAndOnAPhone() {
        PAGE.browser().resize(PageExtension.PHONE, 740);
        PAGE.open("#/report/68?month=2025-07");
        PAGE.speakEnglish();

        assertThat(PAGE.text(".sheet")).contains("Reception and handling of administrative procedures", "7/2025");
        PAGE.requireNoSidewaysScroll();
    }

    private static List<String> figures(String line) {
        return PAGE.browser().all("[data-line=" + line + "] td").stream()
                .map(cell -> cell.getText())
                .toList();
    }

    private static String withDots(long number) {
        return "%,d".formatted(number).replace(',', '.');
    }
}

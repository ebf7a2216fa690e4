package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the agencies of a unit have to work with. */
class ReadinessPageTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    @Test
    void whatIsReportedIsAddedUpAndTheRestIsNotZero() {
        PAGE.open("#/readiness/68");

        assertThat(PAGE.text("[data-figure=reported] dd")).isEqualTo("1 / 1");
        assertThat(PAGE.text("[data-figure=computersBelow]")).contains("4", "20,0%");
        assertThat(PAGE.text("[data-figure=bandwidth] dd")).isEqualTo("62,5 Mbit/s");
        assertThat(PAGE.text("[data-figure=staff] dd")).isEqualTo("–");
        assertThat(PAGE.text("#measures [data-row=FIREWALL]")).contains("Tường lửa", "1 / 1");
        PAGE.requireNoComplaint();
        PAGE.picture("vi-readiness");
    }

    @Test
    void oneGoesDownUnitByUnit() {
        PAGE.open("#/readiness/68");

        PAGE.click("#children [data-row='25000@2025-07-01'] a");

        PAGE.eventually().until(() -> PAGE.text("h1").equals("Xã Di Linh"));
        assertThat(PAGE.text("[data-figure=computers] dd")).isEqualTo("20");
    }

    @Test
    void aSmallPhoneNeedsNoSidewaysScroll() {
        PAGE.browser().resize(PageExtension.PHONE, 740);
        PAGE.open("#/readiness/68");

        PAGE.requireNoSidewaysScroll();
        PAGE.picture("vi-readiness-phone");
    }
}

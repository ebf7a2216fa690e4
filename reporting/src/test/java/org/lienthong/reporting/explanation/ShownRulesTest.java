package org.lienthong.reporting.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShownRulesTest {

    @Test
    void timesAreThoseOfVietNam() {
        assertShown("dueAt", Instant.parse("2025-06-30T18:00:00.000001Z"), "01/07/2025 01:00", "2025-07-01 01:00");
        assertShown("permits/1/validUntil", LocalDate.of(2030, 12, 31), "31/12/2030", "2030-12-31");
    }

    @Test
    void constantsAndAgenciesHaveNames() {
        assertShown("status", "RESOLVED", "Đã xử lý xong", "Resolved");
        assertShown("permits/12/GPXD/status", "ISSUED", "còn hiệu lực", "in force");
        assertShown("holderAgency", "H36.09", "Sở Xây dựng (H36.09)", "Sở Xây dựng (H36.09)");
        assertShown("permits/12/GPXD/issuedBy", "H36.09", "Sở Xây dựng (H36.09)", "Sở Xây dựng (H36.09)");
        assertShown("holderAgency", "H36.31", "H36.31", "H36.31");
        assertShown("lastStep", "Thẩm định", "Thẩm định", "Thẩm định");
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertShown("feesPaid", new BigDecimal("1500000.50"), "1.500.000,5 VND", "1,500,000.5 VND");
        assertShown("papers", 1_200, "1.200", "1,200");
        assertShown("waitedMicros", 95_400_000_000L, "1 ngày 2 giờ 30 phút", "1 d 2 h 30 min");
        assertShown("paidOnline", true, "có", "yes");
        assertShown("aliases", List.of("a", "b"), "a, b", "a, b");
    }

    @Test
    void detailsOfAnomaliesAreReadable() {
        assertThat(ShownRules.detail("RESOLVED → IN_PROGRESS").vi()).isEqualTo("Đã xử lý xong → Đang xử lý");
        assertThat(ShownRules.detail("2025-06-12T01:00:00Z → 2025-06-22T01:00:00Z")
                        .vi())
                .isEqualTo("12/06/2025 08:00 → 22/06/2025 08:00");
        assertThat(ShownRules.detail("PermitRevoked").en()).isEqualTo("Permit revoked");
        assertThat(ShownRules.detail("1.005129 / 1.000001").vi()).isEqualTo("1.005129 / 1.000001");
        assertThat(ShownRules.detail("").vi()).isEmpty();
    }

    @Test
    void whatIsNotThereAndWhatIsHiddenAreNotTheSame() {
        assertShown("dueAt", null, "không có", "none");
        assertShown("aliases", List.of(), "không có", "none");
        Shown hidden = ShownRules.shown("summary", null, true, Map.of());

        assertThat(hidden.isPresent()).isTrue();
        assertThat(hidden.vi()).contains("dữ liệu cá nhân");
        assertThat(ShownRules.none().isPresent()).isFalse();
    }

    private static void assertShown(String field, @Nullable Object value, String vi, String en) {
        Shown shown = ShownRules.shown(field, value, false, Map.of("H36.09", "Sở Xây dựng"));

        assertThat(shown.vi()).isEqualTo(vi);
        assertThat(shown.en()).isEqualTo(en);
    }
}

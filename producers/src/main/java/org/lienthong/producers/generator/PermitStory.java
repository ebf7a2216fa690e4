package org.lienthong.producers.generator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.permit.PermitAmended;
import org.lienthong.schemas.permit.PermitExpired;
import org.lienthong.schemas.permit.PermitIssued;
import org.lienthong.schemas.permit.PermitRevoked;
import org.lienthong.schemas.permit.PermitSuspended;

/** What becomes of the permit that a granted dossier leads to. */
final class PermitStory {

    private static final double AMENDED = 0.03;
    private static final double SUSPENDED = 0.015;
    private static final double REVOKED = 0.01;

    /** Days of validity of the kinds that do not last five years; 0: for ever. */
    private static final Map<String, Integer> VALIDITY = Map.of(
            "Giấy chứng nhận quyền sử dụng đất", 0,
            "Giấy chứng nhận kết hôn", 0,
            "Giấy chứng nhận đăng ký hộ kinh doanh", 0,
            "Giấy chứng nhận đăng ký doanh nghiệp", 0,
            "Giấy phép sử dụng tạm thời vỉa hè", 30,
            "Văn bản chấp thuận tổ chức lễ hội", 14,
            "Bảng kê lâm sản xác nhận", 60,
            "Giấy phép sử dụng vật liệu nổ công nghiệp", 90);

    private static final int FIVE_YEARS = 5 * 365;
    private static final int AFTER_SOME_MONTHS = 120;

    private PermitStory() {}

    /** Writes nothing for a procedure that leads to no permit. */
    static void tell(Chronicle chronicle, Opening opening, String agency, String holder, Instant issuedAt, Dice dice) {
        String kind = opening.procedure().getPermitKind();
        if (kind == null) {
            return;
        }
        String number = People.digits(opening.number(), 5) + "/GP-" + agency;
        LocalDate issued = issuedAt.atZone(WorkingTime.ZONE).toLocalDate();
        int days = VALIDITY.getOrDefault(kind, FIVE_YEARS);
        LocalDate until = days == 0 ? null : issued.plusDays(days);
        chronicle.writePermit(
                issuedAt,
                agency,
                number,
                new PermitIssued(kind, opening.procedure().getSector(), holder, issued, until));
        Instant later = issuedAt.plusSeconds(86_400L * dice.between(10, AFTER_SOME_MONTHS));
        double drawn = dice.fraction();
        if (days > 0 && days < FIVE_YEARS) {
            Instant ends = issued.plusDays(days + 1L).atStartOfDay().toInstant(WorkingTime.OFFSET);
            chronicle.writePermit(ends, agency, number, new PermitExpired());
        } else if (drawn < AMENDED) {
            chronicle.writePermit(later, agency, number, new PermitAmended(extended(until), "Gia hạn, sửa đổi"));
        } else if (drawn < AMENDED + SUSPENDED) {
            LocalDate end = later.atZone(WorkingTime.ZONE).toLocalDate().plusDays(60);
            chronicle.writePermit(later, agency, number, new PermitSuspended("VI_PHAM_DIEU_KIEN", end));
        } else if (drawn < AMENDED + SUSPENDED + REVOKED) {
            chronicle.writePermit(later, agency, number, new PermitRevoked("VI_PHAM_NGHIEM_TRONG"));
        }
    }

    private static @Nullable LocalDate extended(@Nullable LocalDate until) {
        return until == null ? null : until.plusYears(1);
    }
}

package org.lienthong.streams.record;

/** Why a field got its value. */
public enum Rule {
    OWNER_STATES("cơ quan có thẩm quyền ghi nhận", "the agency that owns the field states it"),
    FIRST_SUBMISSION("lần nộp đầu tiên xác lập", "the first submission establishes it"),
    ANYONE_REPORTS("cơ quan nào cũng được báo", "any agency may report it"),
    FORWARDING_MOVES_HOLDER("chuyển hồ sơ đổi cơ quan giữ", "forwarding moves the holder"),
    LIMIT_SETS_DUE("tính từ thời hạn của thủ tục, giờ làm việc", "the procedure's time limit, in working time"),
    WAIT_MOVES_DUE("cộng thời gian chờ bổ sung, giờ làm việc", "moved by the wait for the supplement, in working time"),
    SUSPENSION_MOVES_DUE("cộng thời gian dừng, giờ làm việc", "moved by the suspension, in working time"),
    LATER_STATUS_REOPENS(
            "trạng thái sau mở lại hồ sơ", "a later status contradicts the end: the dossier is open again"),
    EVENT_COUNTS("cộng dồn", "added up over events");

    private final String vietnamese;
    private final String english;

    Rule(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }
}

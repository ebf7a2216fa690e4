package org.lienthong.reporting.api;

/** What can be wrong with a request, or with us. The name is the stable code. */
enum ProblemCode {
    BAD_ADDRESS(400, "Địa chỉ không hợp lệ", "The address is not valid"),
    BAD_PARAMETER(400, "Tham số không hợp lệ", "A parameter is not valid"),
    UNKNOWN_PARAMETER(400, "Tham số không có trong API", "The API has no such parameter"),
    DOSSIER_NOT_FOUND(404, "Không tìm thấy hồ sơ", "No such dossier"),
    DOSSIER_ALIAS_AMBIGUOUS(409, "Mã khác trùng giữa nhiều hồ sơ", "Several dossiers have this alias"),
    CURSOR_OF_ANOTHER_DATABASE(410, "Con trỏ của cơ sở dữ liệu khác", "The cursor is of another database"),
    RECEIPT_NOT_FOUND(404, "Không tìm thấy biên nhận", "No such receipt"),
    AGENCY_NOT_FOUND(404, "Không tìm thấy cơ quan", "No such agency"),
    UNKNOWN_FIELD(400, "Hồ sơ không có trường này", "A dossier has no such field"),
    REPORT_NOT_FOUND(404, "Không có báo cáo này", "No such report"),
    UNIT_NOT_FOUND(404, "Không tìm thấy đơn vị hành chính", "No such administrative unit"),
    METRIC_NOT_FOUND(404, "Không có chỉ tiêu này", "No such metric"),
    METRIC_WITHOUT_DOSSIERS(404, "Chỉ tiêu không có danh sách hồ sơ", "The metric has no list of dossiers"),
    PATH_NOT_FOUND(404, "Không có địa chỉ này", "No such address"),
    METHOD_NOT_ALLOWED(405, "Phương thức không được dùng ở địa chỉ này", "This address does not take the method"),
    NOT_ACCEPTABLE(406, "Kiểu trả lời không hợp lệ", "The answer is not of the type asked for"),
    TOO_MANY_LISTENERS(503, "Quá nhiều kết nối trực tiếp", "Too many live connections"),
    TOO_MANY_EXPORTS(503, "Đang có nhiều lượt xuất dữ liệu", "Too many exports are under way"),
    EVENTS_UNAVAILABLE(503, "Kafka tạm thời không trả lời", "Kafka does not answer at the moment"),
    DATABASE_UNAVAILABLE(503, "Cơ sở dữ liệu tạm thời không trả lời", "The database does not answer at the moment"),
    INTERNAL(500, "Lỗi của hệ thống", "An error of the system");

    private final int status;
    private final String vietnamese;
    private final String english;

    ProblemCode(int status, String vietnamese, String english) {
        this.status = status;
        this.vietnamese = vietnamese;
        this.english = english;
    }

    int status() {
        return status;
    }

    Problem problem(String detailVietnamese, String detailEnglish) {
        return new Problem(
                "urn:lienthong:problem:" + name(),
                status,
                name(),
                vietnamese,
                detailVietnamese,
                new Problem.Words(english, detailEnglish));
    }
}

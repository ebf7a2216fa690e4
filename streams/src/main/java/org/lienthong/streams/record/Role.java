package org.lienthong.streams.record;

/** What an agency may be to a dossier. */
public enum Role {
    RECEIVER(
            "cơ quan tiếp nhận: cơ quan mà lần nộp nêu tên, nếu không có thì cơ quan đã tiếp nhận",
            "receiving agency: the one that the submission names, else the one that accepted"),
    HOLDER(
            "cơ quan đang giữ hồ sơ: cơ quan tiếp nhận, rồi cơ quan được chuyển đến",
            "current holder: the receiver, then the one it was forwarded to"),
    ISSUER(
            "cơ quan ban hành kết quả: cơ quan giữ hồ sơ đã nêu kết quả đầu tiên",
            "issuing agency: the holder that stated the first result"),
    PERMIT_ISSUER("cơ quan cấp giấy phép", "the agency that issued the permit"),
    ANYONE("mọi cơ quan", "any agency");

    private final String vietnamese;
    private final String english;

    Role(String vietnamese, String english) {
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

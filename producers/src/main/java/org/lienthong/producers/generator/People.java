package org.lienthong.producers.generator;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.ApplicantType;
import org.lienthong.schemas.dossier.Channel;

/**
 * Applicants and officers who do not exist. Identity numbers begin with 999, which no province has, and phone numbers
 * with 0000, which no operator has.
 */
final class People {

    private static final List<String> FAMILIES = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
            "Dương", "Lý");
    private static final List<String> MIDDLES =
            List.of("Văn", "Thị", "Minh", "Ngọc", "Thanh", "Quốc", "Đức", "Hữu", "Thu", "Xuân", "Hồng", "Gia");
    private static final List<String> GIVEN = List.of(
            "An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hạnh", "Hiếu", "Hòa", "Hương", "Khánh", "Lan", "Linh", "Long",
            "Mai", "Nam", "Nga", "Phúc", "Quân", "Sơn", "Thảo", "Thủy", "Tiến", "Trung", "Tuấn", "Vy", "Yến");

    /** The K’Ho of Di Linh: K’ for men, Ka for women. */
    private static final List<String> KHO =
            List.of("K’Brèo", "K’Brẹt", "K’Să", "K’Tuyên", "Ka Dịu", "Ka Hem", "Ka Thuyền", "Ka Ngọc", "Ka Nhim");

    private static final List<String> VILLAGES = List.of("thôn 1", "thôn 2", "thôn 3", "thôn 4", "thôn 5", "tổ 6");

    private static final List<String> TRADES =
            List.of("cà phê", "vật liệu xây dựng", "nông sản", "ăn uống", "vận tải", "du lịch sinh thái");

    private People() {}

    /** @return in three of a hundred cases a name as one of the sources types it: decomposed Unicode */
    static Applicant applicant(Opening opening, Dice dice) {
        boolean citizen = dice.chance(0.88);
        String name = citizen ? person(dice) : business(opening.number(), dice);
        ApplicantType type = citizen
                ? ApplicantType.CITIZEN
                : dice.chance(0.5) ? ApplicantType.HOUSEHOLD_BUSINESS : ApplicantType.BUSINESS;
        boolean online = opening.channel() == Channel.ONLINE;
        return new Applicant(
                dice.chance(0.03) ? Normalizer.normalize(name, Form.NFD) : name,
                type,
                "999" + digits(opening.number(), 9),
                "0000" + digits(opening.number(), 6),
                online ? "cong.dan." + opening.number() + "@vidu.example" : null,
                dice.oneOf(VILLAGES) + ", " + lowerFirst(opening.home().getName()) + ", Lâm Đồng");
    }

    static String person(Dice dice) {
        if (dice.chance(0.2)) {
            return dice.oneOf(KHO);
        }
        return dice.oneOf(FAMILIES) + ' ' + dice.oneOf(MIDDLES) + ' ' + dice.oneOf(GIVEN);
    }

    private static String business(int number, Dice dice) {
        return "Cơ sở " + dice.oneOf(TRADES) + " Ví Dụ " + (number % 1_000);
    }

    static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return digits.length() >= width ? digits : "0".repeat(width - digits.length()) + digits;
    }

    private static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}

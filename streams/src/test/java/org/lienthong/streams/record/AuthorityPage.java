package org.lienthong.streams.record;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lienthong.schemas.words.Term;
import org.lienthong.schemas.words.Words;

/** The table of who owns what, as a page for people. */
final class AuthorityPage {

    private AuthorityPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("<!-- Generated from the code; a test compares. Do not edit. -->\n\n");
        page.append("# Thẩm quyền với từng trường của hồ sơ · Who owns which field of a dossier\n\n")
                .append(
                        "Điều cơ quan có thẩm quyền nêu sẽ đặt giá trị của trường. Điều cơ quan khác nêu được lưu thành")
                .append(
                        " ý kiến bên cạnh, không ghi đè và không mất; biên nhận nêu mã ở cột cuối. Một cơ quan nói thay")
                .append(" cho cơ quan mà nó trực thuộc: H36.25.03 cho H36.25.\n\n")
                .append("What the owner states sets the field. What anybody else states is kept as a claim beside it,")
                .append(" neither over it nor lost; the receipt has the code of the last column. An agency speaks for")
                .append(" the one that it is part of: H36.25.03 for H36.25.\n\n")
                .append(row("nhóm · group", "trường · fields", "thẩm quyền · owner", "sự kiện · events", "mã · code"))
                .append(row("---", "---", "---", "---", "---"));
        for (FieldGroup group : FieldGroup.values()) {
            page.append(row(
                    both(group.vietnamese(), group.english()),
                    terms(group.fields(), Words::field),
                    group.owners().stream()
                            .sorted()
                            .map(role -> name(role.vietnamese()) + " `" + role + "`")
                            .collect(Collectors.joining("<br>")),
                    terms(group.events(), Words::event),
                    group.conflictCode().isEmpty() ? "" : "`" + group.conflictCode() + "`"));
        }
        page.append(
                        "\nMã khác (`aliases`) đi kèm được với mọi sự kiện của hồ sơ. Ngày tháng, số đếm và cơ quan ban hành")
                .append(" suy ra từ các sự kiện ấy.\n\n")
                .append("Other codes (`aliases`) may come with any event of the dossier. Dates, counts and the issuing")
                .append(" agency follow from these events.\n\n")
                .append("## Cơ quan là gì với hồ sơ · Roles\n\n")
                .append(row("mã · code", "tiếng Việt", "English"))
                .append(row("---", "---", "---"));
        for (Role role : Role.values()) {
            page.append(row("`" + role + "`", role.vietnamese(), role.english()));
        }
        page.append("\n## Quy tắc đặt giá trị · Rules that set a value\n\n")
                .append(row("mã · code", "tiếng Việt", "English"))
                .append(row("---", "---", "---"));
        Arrays.stream(Rule.values())
                .forEach(rule -> page.append(row("`" + rule + "`", rule.vietnamese(), rule.english())));
        return page.toString();
    }

    private static String terms(Collection<String> codes, Function<String, Term> words) {
        return codes.stream()
                .map(words)
                .map(term -> term.vi() + " `" + term.code() + "`")
                .collect(Collectors.joining("<br>"));
    }

    /** Without what explains it. */
    private static String name(String text) {
        return text.split(":", 2)[0];
    }

    private static String both(String vietnamese, String english) {
        return vietnamese + "<br>*" + english + "*";
    }

    private static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}

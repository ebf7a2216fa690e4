package org.lienthong.producers.mapping;

import static org.lienthong.producers.problem.ProblemCode.DOSSIER_CODE_INVALID;
import static org.lienthong.producers.problem.ProblemCode.VALUE_MISSING;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.mapping.LogMapping.CodeRule;
import org.lienthong.producers.publish.EventRules;

/** The dossier code of a row: as it stands, or put together from the agency, a date and a number. */
final class CodeBuilder {

    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final CodeRule rule;
    private final Times times;
    private final int digits;

    /** @throws IllegalArgumentException for a rule that is neither of the two */
    CodeBuilder(CodeRule rule, Times times) {
        boolean built = rule.agency() != null && rule.date() != null && rule.number() != null;
        boolean anyPart = rule.agency() != null || rule.date() != null || rule.number() != null;
        if (rule.column() == null ? !built : anyPart) {
            throw new IllegalArgumentException("dossier.code: give either column, or agency, date and number");
        }
        this.rule = rule;
        this.times = times;
        this.digits = rule.digits() == null ? LEAST_DIGITS : rule.digits();
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
            throw new IllegalArgumentException("dossier.code.digits: give 4 to 7");
        }
    }

    /** @throws RejectedRowException when the row gives no canonical code */
    String code(LogRow row) {
        String code = rule.column() != null ? required(row.value(rule.column()), rule.column()) : built(row);
        if (!EventRules.isDossierCode(code)) {
            throw new RejectedRowException(DOSSIER_CODE_INVALID, code);
        }
        return code;
    }

    List<String> columns() {
        List<String> columns = new ArrayList<>();
        for (String column : new @Nullable String[] {
            rule.column(),
            rule.date(),
            rule.number() == null ? null : rule.number().column()
        }) {
            if (column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private String built(LogRow row) {
        String date = String.valueOf(rule.date());
        FieldSource source = rule.number();
        String number = source == null ? null : source.in(row);
        String digitsOfNumber = required(number, source == null ? "" : String.valueOf(source.column()));
        String day =
                DAY.format(times.parse(required(row.value(date), date), date).atZone(times.zone()));
        String zeros = "0".repeat(Math.max(0, digits - digitsOfNumber.length()));
        return rule.agency() + '-' + day + '-' + zeros + digitsOfNumber;
    }

    private static String required(@Nullable String value, String column) {
        if (value == null) {
            throw new RejectedRowException(VALUE_MISSING, column, "dossier.code");
        }
        return value;
    }
}

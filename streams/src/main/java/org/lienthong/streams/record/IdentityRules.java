package org.lienthong.streams.record;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identity numbers that systems fill in where they have none. */
final class IdentityRules {

    /** 000000001 and the like, one digit throughout, or counted up from one. */
    private static final Pattern PLACEHOLDER = Pattern.compile("0{6,}\\d{0,2}|(\\d)\\1{5,}|123456789\\d*");

    private IdentityRules() {}

    static boolean isPlaceholder(@Nullable String identityNumber) {
        return identityNumber != null
                && PLACEHOLDER.matcher(identityNumber.strip()).matches();
    }
}

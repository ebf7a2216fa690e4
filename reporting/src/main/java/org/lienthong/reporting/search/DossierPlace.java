package org.lienthong.reporting.search;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lienthong.reporting.database.DatabaseIdentity;

/**
 * Where a dossier stands in the list, {@code database~filedOn~code}: the next page begins after it, whatever came or
 * went in between.
 */
public record DossierPlace(String database, LocalDate filedOn, String code) {

    private static final Pattern FORM =
            Pattern.compile("(" + DatabaseIdentity.ID + ")~(\\d{4}-\\d{2}-\\d{2})~([^\\p{Cntrl}]{1,200})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws java.time.DateTimeException when the day is none
     * @throws IllegalArgumentException when the rest cannot be a place
     */
    public static DossierPlace parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no place in a list of dossiers");
        }
        return new DossierPlace(parts.group(1), LocalDate.parse(parts.group(2)), parts.group(3));
    }

    @Override
    public String toString() {
        return database + "~" + filedOn + "~" + code;
    }
}

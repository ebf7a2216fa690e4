package org.lienthong.reporting.index;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Where a dossier stands in the order of the list, {@code filedOn~code}: the next page begins after it. */
public record CostlyPlace(LocalDate filedOn, String code) {

    private static final char SEPARATOR = '~';
    private static final int LONGEST_CODE = 200;
    private static final int LAST_YEAR = 9_999;

    static CostlyPlace of(CostlyDossier dossier) {
        return new CostlyPlace(dossier.filedOn(), dossier.code());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws DateTimeException when the day cannot be one of filing
     * @throws IllegalArgumentException when the rest cannot be a place
     */
    public static CostlyPlace parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        String code = text.substring(separator + 1);
        if (separator < 0
                || code.isEmpty()
                || code.length() > LONGEST_CODE
                || code.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no place in a list of dossiers");
        }
        LocalDate filedOn = LocalDate.parse(text.substring(0, separator));
        if (filedOn.getYear() < 1 || filedOn.getYear() > LAST_YEAR) {
            throw new DateTimeException("no day of filing");
        }
        return new CostlyPlace(filedOn, code);
    }

    @Override
    public String toString() {
        return filedOn.toString() + SEPARATOR + code;
    }
}

package org.lienthong.reporting.alerts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Where an alert stands in the order of the list, {@code raisedAt~dossierCode}: the next page begins after it, whatever
 * came or went in between.
 */
public record AlertPlace(Instant raisedAt, String dossierCode) {

    private static final char SEPARATOR = '~';
    private static final int LONGEST_CODE = 200;
    private static final int LAST_YEAR = 9_999;

    static AlertPlace of(Alert alert) {
        return new AlertPlace(alert.raisedAt(), alert.dossierCode());
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws java.time.DateTimeException when the time cannot be one of an alert
     * @throws IllegalArgumentException when the rest cannot be one
     */
    public static AlertPlace parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        String code = text.substring(separator + 1);
        if (separator < 0
                || code.isEmpty()
                || code.length() > LONGEST_CODE
                || code.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no place in a list of alerts");
        }
        Instant raisedAt = Instant.parse(text.substring(0, separator));
        if (raisedAt.isBefore(Instant.EPOCH)
                || raisedAt.atOffset(ZoneOffset.UTC).getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("no time of an alert");
        }
        return new AlertPlace(raisedAt, code);
    }

    OffsetDateTime time() {
        return raisedAt.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return raisedAt.toString() + SEPARATOR + dossierCode;
    }
}

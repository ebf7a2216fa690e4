package org.lienthong.reporting.changes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lienthong.reporting.database.DatabaseIdentity;

/**
 * How far a reader has followed, {@code database-number}: everything up to this change is known to it.
 *
 * @param number 0: nothing
 */
public record ChangePlace(String database, long number) {

    private static final Pattern FORM = Pattern.compile("(" + DatabaseIdentity.ID + ")-(0|[1-9]\\d{0,17})");

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException when the text cannot be a place
     */
    public static ChangePlace parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no place in the order of changes");
        }
        return new ChangePlace(parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** Whether this database can have given it: one that was set back to an earlier state has not come so far. */
    public boolean isOf(DatabaseIdentity present) {
        return database.equals(present.id()) && number <= present.lastChange();
    }

    @Override
    public String toString() {
        return database + "-" + number;
    }
}

package org.lienthong.reporting.api;

import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.DatabaseIdentity;
import org.lienthong.reporting.database.ListPlace;
import org.lienthong.reporting.database.Reader;

/** Places in lists that a client keeps between requests. */
final class Cursors {

    private final Reader reader;

    Cursors(DataSource database) {
        this.reader = new Reader(database);
    }

    /**
     * The place that the client gives as {@code after}; null: it begins.
     *
     * @param position reads what the list is ordered by
     * @param example of a position
     */
    <P> @Nullable ListPlace<P> after(Parameters given, Function<String, P> position, String example)
            throws SQLException, ProblemException {
        ListPlace<P> after = given.read(
                "after",
                text -> ListPlace.parse(text, position),
                "\"next\" of the page before, 1f3a5b7c~" + example + "~H36.25-250701-0001");
        if (after != null
                && !after.database().equals(DatabaseIdentity.read(reader).id())) {
            throw ofAnotherDatabase();
        }
        return after;
    }

    /** What to give as {@code after} for the page behind this row. */
    <P> String next(P position, String code) throws SQLException {
        return new ListPlace<>(DatabaseIdentity.read(reader).id(), position, code).toString();
    }

    static ProblemException ofAnotherDatabase() {
        return new ProblemException(
                ProblemCode.CURSOR_OF_ANOTHER_DATABASE,
                "Con trỏ này do một cơ sở dữ liệu khác cấp (dữ liệu đã được dựng lại); bắt đầu lại từ đầu, không kèm"
                        + " \"after\" hay Last-Event-ID.",
                "Another database gave this cursor (the data were built anew); start anew, without \"after\" or"
                        + " Last-Event-ID.");
    }
}

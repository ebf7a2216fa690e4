package org.lienthong.reporting.api;

import org.lienthong.reporting.database.DatabaseIdentity;

/** Places in lists that a client keeps between requests. */
final class Cursors {

    private Cursors() {}

    /** @param database the id that the cursor carries */
    static void requireSame(String database, DatabaseIdentity present) throws ProblemException {
        if (!database.equals(present.id())) {
            throw ofAnotherDatabase();
        }
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

package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;

/** Rows that are ready to be written, once. */
interface SinkWrite {

    /** Writes them within the transaction of the caller. */
    void to(Connection connection) throws SQLException;
}

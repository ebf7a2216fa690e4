package org.lienthong.reporting.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Reader;

/** Reads the ledger. */
public final class LedgerQuery {

    private static final String LINES = "SELECT * FROM lienthong.ledger ORDER BY topic, partition";

    private final Reader reader;

    public LedgerQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    public List<LedgerLine> lines() throws SQLException {
        return reader.list(LINES, LedgerQuery::line);
    }

    private static LedgerLine line(ResultSet row) throws SQLException {
        return new LedgerLine(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("read"),
                row.getLong("applied"),
                row.getLong("duplicate"),
                row.getLong("late"),
                row.getLong("superseded"),
                row.getLong("conflict"),
                row.getLong("quarantined"),
                row.getLong("redriven"),
                row.getLong("first_offset"),
                row.getLong("last_offset"),
                row.getLong("balance"));
    }
}

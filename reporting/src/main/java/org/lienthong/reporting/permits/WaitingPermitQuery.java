package org.lienthong.reporting.permits;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.names.Named;

/** Finds permits whose dossier is not known yet. */
public final class WaitingPermitQuery {

    private static final String COUNT = "SELECT count(*) AS count FROM lienthong.waiting_permits";
    private static final String LONGEST_WAITING = """
            SELECT w.*, a.name AS issuer_name
            FROM lienthong.waiting_permits w LEFT JOIN lienthong.agencies a ON a.id = w.issued_by
            ORDER BY waiting_since, dossier_code, permit_number LIMIT ?
            """;

    private final Reader reader;

    public WaitingPermitQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    public long count() throws SQLException {
        return reader.list(COUNT, row -> row.getLong("count")).get(0);
    }

    /** Those that wait longest, first. */
    public List<WaitingPermit> longestWaiting(int limit) throws SQLException {
        return reader.list(LONGEST_WAITING, WaitingPermitQuery::permit, limit);
    }

    private static WaitingPermit permit(ResultSet row) throws SQLException {
        return new WaitingPermit(
                row.getString("dossier_code"),
                row.getString("permit_number"),
                row.getString("kind"),
                Named.read(row, "issued_by", "issuer_name"),
                row.getString("stated_status"),
                Reader.time(row, "issued_at"),
                Reader.date(row, "valid_until"),
                requireNonNull(Reader.time(row, "waiting_since")));
    }
}

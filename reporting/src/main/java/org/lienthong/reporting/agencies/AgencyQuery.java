package org.lienthong.reporting.agencies;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Reader;

/** Looks agencies up. */
public final class AgencyQuery {

    private final Reader reader;

    public AgencyQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** Every agency, ended ones too, in the order of their ids. */
    public List<AgencyView> agencies() throws SQLException {
        return reader.list("SELECT * FROM lienthong.agencies ORDER BY id", AgencyView::read);
    }

    public Optional<AgencyView> agency(String id) throws SQLException {
        return reader.list("SELECT * FROM lienthong.agencies WHERE id = ?", AgencyView::read, id).stream()
                .findFirst();
    }
}

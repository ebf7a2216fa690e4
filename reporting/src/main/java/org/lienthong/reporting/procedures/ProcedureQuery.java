package org.lienthong.reporting.procedures;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Conditions;
import org.lienthong.reporting.database.Reader;
import org.lienthong.schemas.reference.Sector;

/** Lists procedures by code. */
public final class ProcedureQuery {

    private static final String PROCEDURES = "SELECT * FROM lienthong.procedures %s ORDER BY code";

    private final Reader reader;

    public ProcedureQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /**
     * @param sector null: of all
     * @param text what the code or the name contains, in any case; null: anything
     */
    public List<ProcedureView> procedures(@Nullable Sector sector, @Nullable String text) throws SQLException {
        Conditions conditions = new Conditions();
        if (sector != null) {
            conditions.and("sector = ?", sector.name());
        }
        conditions.andIfGiven("strpos(lower(code || ' ' || name), lower(?)) > 0", text);
        return reader.list(PROCEDURES.formatted(conditions.sql()), ProcedureView::read, conditions.values());
    }
}

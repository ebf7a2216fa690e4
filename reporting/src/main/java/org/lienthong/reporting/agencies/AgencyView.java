package org.lienthong.reporting.agencies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;

/**
 * An agency.
 *
 * @param unitCode the unit that it serves
 * @param validFrom null: not known
 * @param validTo its last day; null: still at work
 */
public record AgencyView(
        String id,
        String name,
        @Nullable String parentId,
        String unitCode,
        String level,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static AgencyView read(ResultSet row) throws SQLException {
        return new AgencyView(
                row.getString("id"),
                row.getString("name"),
                row.getString("parent_id"),
                row.getString("unit_code"),
                row.getString("level"),
                Reader.date(row, "valid_from"),
                Reader.date(row, "valid_to"));
    }
}

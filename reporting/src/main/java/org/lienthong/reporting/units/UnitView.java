package org.lienthong.reporting.units;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;

/**
 * A dated administrative unit.
 *
 * @param validTo its last day; null: still valid
 * @param level COUNTRY, PROVINCE, DISTRICT, COMMUNE or AREA; null, like the name, for a code that the reference data
 *     does not know
 * @param parentCode null: at the top
 * @param latitude WGS 84; null, like the longitude: not known
 */
public record UnitView(
        String code,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String level,
        @Nullable String name,
        @Nullable String parentCode,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    /** A row that has the columns of {@code lienthong.units}. */
    public static UnitView read(ResultSet row) throws SQLException {
        return new UnitView(
                row.getString("code"),
                requireNonNull(Reader.date(row, "valid_from")),
                Reader.date(row, "valid_to"),
                row.getString("level"),
                row.getString("name"),
                row.getString("parent_code"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class));
    }
}

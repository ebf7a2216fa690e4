package org.lienthong.reporting.units;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.units.UnitScope.Stretch;
import org.lienthong.reporting.units.UnitScopeRules.Days;
import org.lienthong.reporting.units.UnitScopeRules.Meaning;

/** Finds what stands below a unit. */
public final class UnitScopeQuery {

    private static final String BELOW = """
            SELECT DISTINCT u.code, u.valid_from, u.valid_to
            FROM lienthong.unit_tree t JOIN lienthong.units u USING (code, valid_from)
            WHERE t.above_code = ? AND (?::date IS NULL OR t.above_valid_from = ?)
            """;

    private final Reader reader;

    public UnitScopeQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** Of one dated unit: what stood below it on any map of its time. */
    public UnitScope of(UnitView unit) throws SQLException {
        return scope(unit.code(), unit.validFrom());
    }

    /** Of all units of all times that have the code. */
    public UnitScope ofEveryMeaning(String code) throws SQLException {
        return scope(code, null);
    }

    /** A code that the reference data do not know stands for itself. */
    private UnitScope scope(String code, @Nullable LocalDate validFrom) throws SQLException {
        List<Meaning> below = below(code, validFrom);
        return new UnitScope(
                below.isEmpty()
                        ? List.of(new Stretch(List.of(code), null, null))
                        : UnitScopeRules.stretches(below));
    }

    private List<Meaning> below(String code, @Nullable LocalDate validFrom) throws SQLException {
        return reader.list(BELOW, UnitScopeQuery::meaning, code, validFrom, validFrom);
    }

    private static Meaning meaning(ResultSet row) throws SQLException {
        return new Meaning(
                row.getString("code"),
                new Days(row.getObject("valid_from", LocalDate.class), Reader.date(row, "valid_to")));
    }
}

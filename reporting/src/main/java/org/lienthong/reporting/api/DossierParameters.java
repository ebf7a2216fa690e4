package org.lienthong.reporting.api;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.search.DossierFilter;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitScope;
import org.lienthong.reporting.units.UnitScopeQuery;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.reference.Sector;

/** The parameters by which dossiers are asked for, the same at every address. */
final class DossierParameters {

    static final Set<String> NAMES = Set.of(
            "unit", "on", "agency", "status", "overdue", "procedure", "sector", "channel", "from", "to", "q");

    private final UnitQuery units;
    private final UnitScopeQuery scopes;

    DossierParameters(DataSource database) {
        this.units = new UnitQuery(database);
        this.scopes = new UnitScopeQuery(database);
    }

    DossierFilter filter(Parameters given) throws SQLException, ProblemException {
        String unit = given.code("unit");
        LocalDate on = given.date("on");
        Parameters.Days days = given.days();
        return new DossierFilter(
                unit == null ? null : units(unit, on),
                given.code("agency"),
                given.constant("status", DossierStatus.class),
                given.flag("overdue"),
                given.code("procedure"),
                given.constant("sector", Sector.class),
                given.constant("channel", Channel.class),
                days.from(),
                days.to(),
                given.code("q"));
    }

    /** The unit and everything below it: of all times that the code had a meaning, or of its meaning on one day. */
    UnitScope units(String code, @Nullable LocalDate on) throws SQLException, ProblemException {
        UnitView unit = units.unit(code, on).orElse(null);
        if (unit == null) {
            throw UnitHandler.notFound(code, on);
        }
        return on == null ? scopes.ofEveryMeaning(code) : scopes.of(unit);
    }
}

package org.lienthong.reporting.export;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Conditions;
import org.lienthong.reporting.export.WrongFilterException.Kind;
import org.lienthong.reporting.search.DossierConditions;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitScopeQuery;

/** Makes the statement of a report from what a person asks for. */
public final class ReportQuery {

    private final Clock clock;
    private final UnitQuery units;
    private final UnitScopeQuery scopes;
    private final DossierConditions dossiers;

    /** @param clock what "overdue" is measured against */
    public ReportQuery(DataSource database, Clock clock) {
        this.clock = clock;
        this.units = new UnitQuery(database);
        this.scopes = new UnitScopeQuery(database);
        this.dossiers = new DossierConditions(database);
    }

    /** A statement and the values of its question marks. */
    public record Statement(String sql, Object[] values) {}

    /** @param given value by name of the filter */
    public Statement statement(Report report, Map<String, String> given) throws SQLException, WrongFilterException {
        requireKnown(report, given);
        Conditions conditions = new Conditions();
        for (ReportField field : report.fields()) {
            String text = given.get(field.name());
            if (text != null) {
                narrow(conditions, field, FilterRules.value(field, text));
            }
        }
        requireOrder(report, given);
        return new Statement(report.sql(conditions.sql()), conditions.values());
    }

    private void narrow(Conditions conditions, ReportField field, Object value)
            throws SQLException, WrongFilterException {
        switch (field.kind()) {
            case UNIT -> unit(conditions, (String) value);
            case OVERDUE ->
                DossierConditions.overdue(
                        conditions, (Boolean) value, clock.instant().atOffset(ZoneOffset.UTC));
            case BEGINNING -> dossiers.beginning(conditions, (String) value);
            case CODE, NAME, DAY, MONTH -> conditions.and(field.condition(), value);
        }
    }

    private void unit(Conditions conditions, String code) throws SQLException, WrongFilterException {
        if (units.unit(code, null).isEmpty()) {
            throw new WrongFilterException(Kind.UNKNOWN_UNIT, "unit", code, "25000");
        }
        scopes.ofEveryMeaning(code).narrow(conditions, "d");
    }

    private static void requireKnown(Report report, Map<String, String> given) throws WrongFilterException {
        for (Map.Entry<String, String> one : given.entrySet()) {
            if (report.fields().stream().noneMatch(field -> field.name().equals(one.getKey()))) {
                String names =
                        report.fields().stream().map(ReportField::name).sorted().collect(Collectors.joining(", "));
                throw new WrongFilterException(Kind.UNKNOWN_FILTER, one.getKey(), one.getValue(), names);
            }
        }
    }

    private static void requireOrder(Report report, Map<String, String> given) throws WrongFilterException {
        LocalDate from = null;
        LocalDate to = null;
        for (ReportField field : report.fields()) {
            String text = given.get(field.name());
            if (text != null && field.name().equals("from")) {
                from = (LocalDate) FilterRules.value(field, text);
            } else if (text != null && field.name().equals("to")) {
                to = (LocalDate) FilterRules.value(field, text);
            }
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new WrongFilterException(Kind.BAD_VALUE, "from", given.getOrDefault("from", ""), "from ≤ to");
        }
    }
}

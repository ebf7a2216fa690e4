package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.alerts.Alert;
import org.lienthong.reporting.alerts.AlertFilter;
import org.lienthong.reporting.alerts.AlertPlace;
import org.lienthong.reporting.alerts.AlertQuery;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.schemas.exchange.DeadlineAlertKind;

/** Dossiers that come due or are overdue: {@code /v1/alerts?unit=&agency=&kind=&limit=&after=}. */
final class AlertHandler {

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final AlertQuery alerts;
    private final UnitQuery units;

    AlertHandler(DataSource database) {
        this.alerts = new AlertQuery(database);
        this.units = new UnitQuery(database);
    }

    /** @param next what to give as {@code after} for the next page; null: this is the last */
    record Alerts(List<Alert> alerts, @Nullable String next) {}

    void alerts(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, Set.of("unit", "agency", "kind", "limit", "after"));
        String unit = parameters.code("unit");
        String agency = parameters.code("agency");
        DeadlineAlertKind kind = parameters.constant("kind", DeadlineAlertKind.class);
        Integer limit = parameters.number("limit", 1, LARGEST_LIMIT);
        AlertPlace after = parameters.read("after", AlertPlace::parse, "2025-07-20T10:00:00Z~H36.25-250701-0001");
        if (unit != null && units.unit(unit, null).isEmpty()) {
            throw UnitHandler.notFound(unit, null);
        }
        AlertQuery.Page page =
                alerts.page(new AlertFilter(unit, agency, kind), after, limit == null ? USUAL_LIMIT : limit);
        AlertPlace next = page.next();
        request.json(new Alerts(page.alerts(), next == null ? null : next.toString()));
    }
}

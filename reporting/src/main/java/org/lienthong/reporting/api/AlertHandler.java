package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.alerts.Alert;
import org.lienthong.reporting.alerts.AlertFilter;
import org.lienthong.reporting.alerts.AlertQuery;
import org.lienthong.reporting.database.ListPlace;
import org.lienthong.schemas.exchange.DeadlineAlertKind;

/** Dossiers that come due or are overdue: {@code /v1/alerts?unit=&agency=&kind=&limit=&after=}. */
final class AlertHandler {

    static final Set<String> PARAMETERS = Set.of("unit", "agency", "kind", "limit", "after");

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final AlertQuery alerts;
    private final DossierParameters units;
    private final Cursors cursors;

    AlertHandler(DataSource database) {
        this.alerts = new AlertQuery(database);
        this.units = new DossierParameters(database);
        this.cursors = new Cursors(database);
    }

    /** @param next what to give as {@code after} for the next page; null: this is the last */
    record Alerts(List<Alert> alerts, @Nullable String next) {}

    void alerts(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, PARAMETERS);
        String unit = parameters.code("unit");
        AlertFilter filter = new AlertFilter(
                unit == null ? null : units.units(unit, null),
                parameters.code("agency"),
                parameters.constant("kind", DeadlineAlertKind.class));
        int limit = parameters.limit(USUAL_LIMIT, LARGEST_LIMIT);
        ListPlace<Instant> after = cursors.after(parameters, Instant::parse, "2025-07-20T10:00:00Z");
        AlertQuery.Page page = alerts.page(filter, after, limit);
        request.json(new Alerts(page.alerts(), page.more() ? next(page.alerts()) : null));
    }

    private String next(List<Alert> page) throws SQLException {
        Alert last = page.get(page.size() - 1);
        return cursors.next(last.raisedAt(), last.dossierCode());
    }
}

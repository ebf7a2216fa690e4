package org.lienthong.reporting.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.figures.Period;
import org.lienthong.reporting.figures.Summary;
import org.lienthong.reporting.figures.SummaryQuery;

/** The figures at a glance: {@code /v1/summary?on=&from=&to=}. */
final class SummaryHandler {

    private final SummaryQuery summaries;
    private final Supplier<Map<String, Long>> sinkLag;

    SummaryHandler(DataSource database, Supplier<Map<String, Long>> sinkLag) {
        this.summaries = new SummaryQuery(database);
        this.sinkLag = sinkLag;
    }

    /** @param sinkLag records per topic that are not in the figures yet; empty: not known here */
    record Overview(
            @Nullable LocalDate on,
            Period period,
            @JsonUnwrapped Summary summary,
            Map<String, Long> sinkLag) {}

    void summary(Context request) throws SQLException, ProblemException {
        Parameters parameters = new Parameters(request, Set.of("on", "from", "to"));
        LocalDate on = parameters.date("on");
        Period period = parameters.period();
        request.json(new Overview(on, period, summaries.summary(on, period), sinkLag.get()));
    }
}

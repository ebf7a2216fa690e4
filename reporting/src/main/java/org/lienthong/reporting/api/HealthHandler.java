package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.lienthong.reporting.figures.SummaryQuery;
import org.lienthong.runtime.job.Job;

/** Whether the process lives ({@code /health/live}) and does its work ({@code /health/ready}). */
final class HealthHandler {

    private static final int UNAVAILABLE = 503;

    private final SummaryQuery database;
    private final Supplier<List<Job>> jobs;

    HealthHandler(DataSource database, Supplier<List<Job>> jobs) {
        this.database = new SummaryQuery(database);
        this.jobs = jobs;
    }

    record Health(String status, Map<String, Boolean> checks) {}

    void live(Context request) {
        request.json(new Health("live", Map.of()));
    }

    void ready(Context request) {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("database", databaseAnswers());
        for (Job job : jobs.get()) {
            checks.put(job.name(), job.isReady() && job.failure().isEmpty());
        }
        boolean ready = !checks.containsValue(false);
        request.status(ready ? 200 : UNAVAILABLE).json(new Health(ready ? "ready" : "not ready", checks));
    }

    private boolean databaseAnswers() {
        try {
            database.freshness();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}

package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.lienthong.reporting.export.ExportFormat;
import org.lienthong.reporting.export.Exporter;
import org.lienthong.reporting.export.Report;
import org.lienthong.reporting.export.ReportField;
import org.lienthong.reporting.export.ReportQuery;
import org.lienthong.reporting.export.WrongFilterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whole reports as files: {@code /v1/exports/{report}.{csv|xlsx|parquet}?filters of the report}. */
final class ExportHandler {

    /** The filters of all reports; each takes some of them. */
    static final Set<String> PARAMETERS = Arrays.stream(Report.values())
            .flatMap(report -> report.fields().stream())
            .map(ReportField::name)
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> MEDIA_TYPES =
            Arrays.stream(ExportFormat.values()).map(ExportFormat::mediaType).collect(Collectors.toUnmodifiableSet());

    private static final Logger LOG = LoggerFactory.getLogger(ExportHandler.class);
    /** Each holds a connection to the database for as long as its client takes. */
    private static final int MOST_AT_A_TIME = 2;

    private static final String SECONDS_TO_WAIT = "30";

    private final ReportQuery reports;
    private final Exporter exporter;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    ExportHandler(DataSource database, Clock clock) {
        this.reports = new ReportQuery(database, clock);
        this.exporter = new Exporter(database);
    }

    void export(Context request) throws SQLException, IOException, ProblemException {
        String file = request.pathParam("file");
        int dot = file.lastIndexOf('.');
        Report report = Report.of(file.substring(0, Math.max(0, dot))).orElse(null);
        ExportFormat format = ExportFormat.of(file.substring(dot + 1)).orElse(null);
        if (report == null || format == null) {
            throw notFound(file);
        }
        ReportQuery.Statement statement = statement(report, filters(request));
        if (!places.tryAcquire()) {
            throw tooMany(request);
        }
        try {
            send(request, file, statement, format);
        } finally {
            places.release();
        }
    }

    private void send(Context request, String file, ReportQuery.Statement statement, ExportFormat format)
            throws SQLException, IOException {
        Body body = new Body(request, file, format);
        try {
            long rows = exporter.export(statement, format, body);
            LOG.info("exported file={} rows={}", file, rows);
        } catch (SQLException | IOException | RuntimeException e) {
            if (!body.begun) {
                throw e;
            }
            // The answer has begun; a connection that breaks is the only way left to say that it is not whole.
            LOG.warn("export cut off file={} error={}", file, e.getClass().getSimpleName());
            ServletContextRequest.getServletContextRequest(request.req())
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close(e);
        }
    }

    private static final class Body implements Exporter.Destination {

        private final Context request;
        private final String file;
        private final ExportFormat format;
        private boolean begun;

        Body(Context request, String file, ExportFormat format) {
            this.request = request;
            this.file = file;
            this.format = format;
        }

        @Override
        public OutputStream open() {
            begun = true;
            request.contentType(format.mediaType())
                    .header("Content-Disposition", "attachment; filename=\"lienthong-" + file + "\"");
            return request.outputStream();
        }
    }

    private ReportQuery.Statement statement(Report report, Map<String, String> filters)
            throws SQLException, ProblemException {
        try {
            return reports.statement(report, filters);
        } catch (WrongFilterException e) {
            throw switch (e.kind()) {
                case UNKNOWN_FILTER -> Parameters.unknown(e.name(), e.expected());
                case BAD_VALUE -> Parameters.bad(e.name(), e.value(), e.expected());
                case UNKNOWN_UNIT -> UnitHandler.notFound(e.value(), null);
            };
        }
    }

    private static Map<String, String> filters(Context request) throws ProblemException {
        Map<String, String> filters = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> one : request.queryParamMap().entrySet()) {
            if (one.getValue().size() != 1) {
                throw Parameters.bad(one.getKey(), String.join(", ", one.getValue()), "…");
            }
            filters.put(one.getKey(), one.getValue().get(0));
        }
        return filters;
    }

    private static ProblemException tooMany(Context request) {
        request.header("Retry-After", SECONDS_TO_WAIT);
        return new ProblemException(
                ProblemCode.TOO_MANY_EXPORTS,
                "Máy chủ đang xuất " + MOST_AT_A_TIME + " báo cáo; thử lại sau " + SECONDS_TO_WAIT + " giây.",
                "The server is writing " + MOST_AT_A_TIME + " reports already; try again in " + SECONDS_TO_WAIT
                        + " seconds.");
    }

    private static ProblemException notFound(String file) {
        String reports = Arrays.stream(Report.values()).map(Report::id).collect(Collectors.joining(", "));
        String formats = Arrays.stream(ExportFormat.values())
                .map(ExportFormat::extension)
                .collect(Collectors.joining(", "));
        String shown = Parameters.shown(file);
        return new ProblemException(
                ProblemCode.REPORT_NOT_FOUND,
                "Không có \"" + shown + "\"; báo cáo: " + reports + "; định dạng: " + formats + ".",
                "There is no \"" + shown + "\"; reports: " + reports + "; formats: " + formats + ".");
    }
}

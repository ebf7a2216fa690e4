package org.lienthong.reporting.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.lienthong.reporting.dossiers.DossierView;
import org.lienthong.reporting.explanation.Explainer;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.reporting.figures.Overview;
import org.lienthong.reporting.openapi.OpenApi;
import org.lienthong.reporting.openapi.Operation;
import org.lienthong.reporting.quarantine.QuarantinePage;
import org.lienthong.runtime.job.Job;

/** Every address of the API, and what it answers. */
final class Api {

    private static final Set<String> NONE = Set.of();
    private static final Set<String> ON = Set.of("on");
    private static final Set<String> PAGE = Set.of("limit", "after");

    private final DataSource database;
    private final Clock clock;
    private final JsonMapper json;
    private final Ticker ticker;
    private final ChangeStream followers;

    /** @param clock what "overdue" and "today" are measured against */
    Api(DataSource database, Clock clock, JsonMapper json, Ticker ticker, ChangeStream followers) {
        this.clock = clock;
        this.database = database;
        this.json = json;
        this.ticker = ticker;
        this.followers = followers;
    }

    void install(
            RoutesConfig javalin, Explainer explainer, Supplier<Map<String, Long>> sinkLag, Supplier<List<Job>> jobs) {
        Routes routes = new Routes(javalin);
        AnswerCache answers = new AnswerCache(json, database);
        dossiers(routes, explainer);
        figures(routes, answers, sinkLag);
        index(routes, answers);
        exchange(routes);
        reference(routes);
        health(routes, jobs);
        routes.description(
                "/v1/openapi.json",
                operations -> OpenApi.of(operations, Problem.class, json),
                "Mô tả API này (OpenAPI 3.1).",
                "This description.");
        Problems.install(
                javalin, routes.operations().stream().map(Operation::path).toList());
    }

    private void dossiers(Routes routes, Explainer explainer) {
        DossierHandler dossiers = new DossierHandler(database, clock);
        ReceiptHandler receipts = new ReceiptHandler(database);
        ExplanationHandler explanations = new ExplanationHandler(database, explainer);
        AlertHandler alerts = new AlertHandler(database);
        routes.get(
                "/v1/dossiers",
                dossiers::byQuery,
                DossierListHandler.Dossiers.class,
                DossierHandler.LIST,
                "Tra cứu hồ sơ; chỉ có code: một hồ sơ.",
                "Search dossiers; code alone: that one dossier.");
        routes.get(
                "/v1/dossiers/{code}",
                dossiers::byPath,
                DossierView.class,
                NONE,
                "Một hồ sơ, theo mã hoặc mã khác.",
                "A dossier, by its code or an alias.");
        routes.get(
                "/v1/dossiers/{code}/receipts",
                receipts::ofDossier,
                ReceiptHandler.DossierReceipts.class,
                NONE,
                "Biên nhận của các sự kiện của hồ sơ.",
                "The receipts of a dossier's events.");
        routes.get(
                "/v1/dossiers/{code}/explanation",
                explanations::explanation,
                ExplanationView.class,
                Set.of("field"),
                "Vì sao hồ sơ như hiện nay.",
                "How the record came about.");
        routes.get(
                "/v1/receipts/{eventId}",
                receipts::byPath,
                ReceiptHandler.EventReceipts.class,
                NONE,
                "Biên nhận của một sự kiện.",
                "The receipts of an event.");
        routes.get(
                "/v1/receipts",
                receipts::byQuery,
                ReceiptHandler.EventReceipts.class,
                Set.of("eventId"),
                "Biên nhận của một sự kiện.",
                "The receipts of an event.");
        routes.get(
                "/v1/alerts",
                alerts::alerts,
                AlertHandler.Alerts.class,
                AlertHandler.PARAMETERS,
                "Hồ sơ sắp đến hạn, quá hạn.",
                "Dossiers that come due or are overdue.");
    }

    private void figures(Routes routes, AnswerCache answers, Supplier<Map<String, Long>> sinkLag) {
        UnitHandler units = new UnitHandler(database, answers);
        AgencyHandler agencies = new AgencyHandler(database, answers);
        ChangeHandler changes = new ChangeHandler(database);
        ReadinessHandler readiness = new ReadinessHandler(database);
        SummaryHandler summaries = new SummaryHandler(database, sinkLag);
        routes.get("/v1/units", units::units, UnitHandler.Units.class, ON, "Các đơn vị.", "The units.");
        routes.get(
                "/v1/units/{code}/overview",
                units::overview,
                Overview.class,
                FigureParameters.NAMES,
                "Đơn vị và các đơn vị trực thuộc.",
                "A unit at a glance, with what is below it.");
        routes.get(
                "/v1/units/{code}/statistics",
                units::statistics,
                UnitHandler.UnitStatistics.class,
                UnitHandler.STATISTICS,
                "Số liệu của đơn vị.",
                "Figures of a unit.");
        routes.get(
                "/v1/units/{code}/changes",
                changes::page,
                ChangeHandler.Changes.class,
                Routes.both(ON, PAGE),
                "Hồ sơ của đơn vị thay đổi từ lần đọc trước.",
                "What changed in a unit since the last reading.");
        routes.stream(
                "/v1/units/{code}/changes/stream",
                followers::check,
                followers::join,
                Set.of("on", "after"),
                "Các thay đổi, gửi ngay khi có.",
                "The changes as they come.");
        routes.get(
                "/v1/units/{code}/readiness",
                readiness::ofUnit,
                ReadinessHandler.OneUnit.class,
                ON,
                "Hạ tầng, an toàn thông tin của đơn vị.",
                "What a unit has to work with.");
        routes.get(
                "/v1/readiness",
                readiness::all,
                ReadinessHandler.AllUnits.class,
                ON,
                "Hạ tầng, an toàn thông tin của mọi đơn vị.",
                "What all units have to work with.");
        routes.get(
                "/v1/agencies/{id}/statistics",
                agencies::statistics,
                AgencyHandler.AgencyStatistics.class,
                AgencyHandler.PARAMETERS,
                "Số liệu của cơ quan đang giữ hồ sơ.",
                "Figures of what an agency holds.");
        routes.get(
                "/v1/summary",
                summaries::summary,
                SummaryHandler.Overview.class,
                Set.of("on", "from", "to"),
                "Số liệu của mọi đơn vị.",
                "Figures of all units.");
        routes.stream(
                "/v1/events",
                Ticker::requireEventStream,
                ticker::join,
                NONE,
                "Báo khi có số liệu mới.",
                "Says when there is something new.");
    }

    private void index(Routes routes, AnswerCache answers) {
        IndexHandler indexes = new IndexHandler(database, answers);
        Set<String> index = Set.of("period", "on", "map", "asOf");
        routes.get(
                "/v1/index",
                indexes::ranking,
                IndexHandler.Ranking.class,
                Routes.both(index, Set.of("level")),
                "Xếp hạng các đơn vị theo bộ chỉ số 766.",
                "Units ranked by the service index.");
        routes.get(
                "/v1/units/{code}/index",
                indexes::ofUnit,
                IndexHandler.UnitIndex.class,
                index,
                "Bộ chỉ số 766 của đơn vị.",
                "The service index of a unit.");
        routes.get(
                "/v1/units/{code}/index/{metric}/dossiers",
                indexes::dossiers,
                IndexHandler.CostlyDossiers.class,
                Routes.both(index, PAGE),
                "Hồ sơ làm mất điểm.",
                "The dossiers that cost points.");
        routes.get(
                "/v1/agencies/{id}/index",
                indexes::ofAgency,
                IndexHandler.AgencyIndex.class,
                Set.of("period"),
                "Bộ chỉ số 766 của cơ quan.",
                "The service index of an agency.");
    }

    private void exchange(Routes routes) {
        ExchangeHandler exchange = new ExchangeHandler(database);
        QuarantineHandler quarantine = new QuarantineHandler(database);
        routes.get(
                "/v1/quality",
                exchange::quality,
                ExchangeHandler.Quality.class,
                Set.of("agency"),
                "Chất lượng dữ liệu theo cơ quan.",
                "Data quality per agency.");
        routes.get(
                "/v1/ledger",
                exchange::ledger,
                ExchangeHandler.Ledger.class,
                NONE,
                "Sổ cái: đã đọc gì, thành gì.",
                "What was read, and what became of it.");
        routes.get(
                "/v1/permits/waiting",
                exchange::waitingPermits,
                ExchangeHandler.WaitingPermits.class,
                Set.of("limit"),
                "Giấy phép chờ hồ sơ.",
                "Permits whose dossier is not known yet.");
        routes.get(
                "/v1/quarantine",
                quarantine::list,
                QuarantinePage.class,
                QuarantineHandler.PARAMETERS,
                "Những gì bị cách ly.",
                "What was set aside.");
    }

    private void reference(Routes routes) {
        ReferenceHandler reference = new ReferenceHandler(database);
        ExportHandler exports = new ExportHandler(database, clock);
        routes.get(
                "/v1/procedures",
                reference::procedures,
                ReferenceHandler.Procedures.class,
                ReferenceHandler.PROCEDURE_PARAMETERS,
                "Các thủ tục hành chính.",
                "The procedures.");
        routes.get(
                "/v1/agencies",
                reference::agencies,
                ReferenceHandler.Agencies.class,
                NONE,
                "Các cơ quan.",
                "The agencies.");
        routes.file(
                "/v1/exports/{file}",
                exports::export,
                ExportHandler.MEDIA_TYPES,
                ExportHandler.PARAMETERS,
                "Cả một báo cáo dưới dạng tệp, ví dụ dossiers.csv, units.xlsx, receipts.parquet.",
                "A whole report as a file, such as dossiers.csv, units.xlsx, receipts.parquet; each takes its own filters.");
    }

    private void health(Routes routes, Supplier<List<Job>> jobs) {
        HealthHandler health = new HealthHandler(database, jobs);
        routes.get("/health/live", health::live, HealthHandler.Health.class, NONE, "Máy chủ sống.", "It lives.");
        routes.get(
                "/health/ready",
                health::ready,
                HealthHandler.Health.class,
                NONE,
                "Sẵn sàng.",
                "All that it needs works.");
    }
}

package org.lienthong.reporting.export;

import static org.lienthong.reporting.export.ReportField.code;
import static org.lienthong.reporting.export.ReportField.constant;
import static org.lienthong.reporting.export.ReportField.day;
import static org.lienthong.reporting.export.ReportField.month;
import static org.lienthong.reporting.export.ReportField.ofDossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lienthong.reporting.export.ReportField.Kind;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.exchange.DeadlineAlertKind;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.reference.Sector;

/** What can be exported; the statement of each is the file of its name beside this class. No personal data. */
public enum Report {
    DOSSIERS(
            ofDossier("unit", Kind.UNIT, "25000"),
            code("agency", "d.holder_agency"),
            constant("status", "d.status", DossierStatus.class),
            ofDossier("overdue", Kind.OVERDUE, "true | false"),
            code("procedure", "d.procedure_code"),
            constant("sector", "d.sector", Sector.class),
            constant("channel", "d.channel", Channel.class),
            day("from", "d.filed_on >= ?"),
            day("to", "d.filed_on <= ?"),
            ofDossier("q", Kind.BEGINNING, "H36.25-2507")),
    UNITS(day("on", "?::date BETWEEN x.valid_from AND coalesce(x.valid_to, 'infinity')")),
    PROCEDURES(constant("sector", "x.sector", Sector.class)),
    AGENCIES(code("unit", "x.unit_code")),
    STATISTICS(
            new ReportField(
                    "unit",
                    Kind.CODE,
                    "(x.unit_code, x.unit_valid_from) IN"
                            + " (SELECT code, valid_from FROM lienthong.unit_tree WHERE above_code = ?)",
                    "25000"),
            code("agency", "x.agency_id"),
            constant("sector", "x.sector", Sector.class),
            code("procedure", "x.procedure_code"),
            constant("channel", "x.channel", Channel.class),
            month("from", "x.month >= ?"),
            month("to", "x.month <= ?")),
    RECEIPTS(
            code("agency", "x.agency_id"),
            code("dossier", "x.dossier_code"),
            constant("outcome", "x.outcome", Outcome.class),
            day("from", "x.received_at >= (?::date)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'"),
            day("to", "x.received_at < (?::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'")),
    ALERTS(
            ofDossier("unit", Kind.UNIT, "25000"),
            code("agency", "x.agency_id"),
            constant("kind", "x.kind", DeadlineAlertKind.class)),
    ANOMALIES(ofDossier("unit", Kind.UNIT, "25000"), code("agency", "x.agency_id"), code("code", "x.code")),
    QUARANTINE(
            code("reason", "x.reason"),
            code("agency", "x.agency_id"),
            code("dossier", "x.dossier_code"),
            day("from", "x.recorded_at >= (?::date)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'"),
            day("to", "x.recorded_at < (?::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'")),
    READINESS(code("agency", "x.agency_id"), code("unit", "x.unit_code")),
    SERVICE_REPORTS(code("agency", "x.agency_id"), month("from", "x.month >= ?"), month("to", "x.month <= ?")),
    QUALITY(code("agency", "x.agency_id"));

    private final List<ReportField> fields;
    private final String sql;

    Report(ReportField... fields) {
        this.fields = List.of(fields);
        this.sql = read(id() + ".sql");
    }

    /** Its name in addresses and commands. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Report> of(String id) {
        return Arrays.stream(values()).filter(report -> report.id().equals(id)).findFirst();
    }

    public List<ReportField> fields() {
        return fields;
    }

    /** @param where the conditions; empty: everything */
    String sql(String where) {
        return sql.replace("{where}", where);
    }

    private static String read(String file) {
        try (InputStream stream = Report.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no statement " + file + " beside " + Report.class);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}

package org.lienthong.reporting.sink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Anomaly;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitView;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** The record of each dossier: its row, its permits, and its personal data apart from both. */
final class DossierTable implements SinkTable<DossierRecord> {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final Upsert DOSSIERS = new Upsert(
            "lienthong.dossiers",
            List.of("code"),
            "code",
            List.of(("aliases, status, procedure_code, sector, unit_code, filed_on, receiving_agency, holder_agency,"
                            + " channel, first_event_at, submitted_at, accepted_at, due_at, resolved_at,"
                            + " returned_at, stopped_at, outcome, electronic_result, supplement_requests,"
                            + " waiting_since, waited_micros, fees_requested, fees_paid, paid_online, papers,"
                            + " papers_digitised, papers_reused, rating, steps, last_step, anomalies,"
                            + " event_count, last_event_at, last_sequence, last_event_id")
                    .split(", ")));

    private static final Upsert DETAILS = new Upsert(
            "lienthong_private.dossier_details",
            List.of("dossier_code"),
            "dossier_code",
            List.of("applicant_name", "applicant_type", "identity_number", "phone", "email", "address", "summary"));

    private static final String PERMITS = "lienthong.permits";
    private static final List<String> PERMIT_COLUMNS =
            List.of("dossier_code", "permit_number", "kind", "status", "issued_at", "valid_until");
    private static final String DELETE_PERMITS = "DELETE FROM lienthong.permits WHERE dossier_code = ANY (?)";

    @Override
    public Topic<DossierRecord> topic() {
        return Topics.DOSSIER_RECORDS;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        DOSSIERS.prepare(connection);
        DETAILS.prepare(connection);
    }

    @Override
    public void write(Connection connection, List<SinkRecord<DossierRecord>> records) throws SQLException {
        CopyRows dossiers = new CopyRows();
        CopyRows details = new CopyRows();
        CopyRows permits = new CopyRows();
        List<String> touched = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> withoutDetails = new ArrayList<>();
        for (SinkRecord<DossierRecord> record : LatestRules.latest(records)) {
            DossierRecord dossier = record.value();
            touched.add(record.key());
            if (dossier == null) {
                gone.add(record.key());
            } else {
                addDossier(dossiers, record.key(), dossier);
                dossier.getPermits().forEach(permit -> addPermit(permits, record.key(), permit));
            }
            if (dossier == null || (dossier.getApplicant() == null && dossier.getSummary() == null)) {
                withoutDetails.add(record.key());
            } else {
                addDetails(details, record.key(), dossier);
            }
        }
        DOSSIERS.delete(connection, gone);
        DOSSIERS.merge(connection, dossiers);
        DETAILS.delete(connection, withoutDetails);
        DETAILS.merge(connection, details);
        Upsert.deleteKeys(connection, DELETE_PERMITS, touched);
        if (permits.size() > 0) {
            permits.copyInto(connection, PERMITS, PERMIT_COLUMNS);
        }
    }

    private static void addDossier(CopyRows rows, String code, DossierRecord d) {
        rows.row(DOSSIERS.columns())
                .text(code)
                .texts(d.getAliases())
                .name(d.getStatus())
                .text(d.getProcedureCode())
                .name(d.getSector())
                .text(d.getUnitCode())
                .date(filedOn(d))
                .text(d.getReceivingAgency())
                .text(d.getHolderAgency())
                .name(d.getChannel())
                .time(d.getFirstEventAt())
                .time(d.getSubmittedAt())
                .time(d.getAcceptedAt())
                .time(d.getDueAt())
                .time(d.getResolvedAt())
                .time(d.getReturnedAt())
                .time(d.getStoppedAt())
                .text(d.getOutcome())
                .bool(d.getElectronicResult())
                .int4(d.getSupplementRequests())
                .time(d.getWaitingSince())
                .int8(d.getWaitedMicros())
                .numeric(d.getFeesRequested())
                .numeric(d.getFeesPaid())
                .bool(d.getPaidOnline())
                .int4(d.getPapers())
                .int4(d.getPapersDigitised())
                .int4(d.getPapersReused())
                .int4(d.getRating())
                .int4(d.getSteps())
                .text(d.getLastStep())
                .jsonb(anomalies(d.getAnomalies()))
                .int4(d.getEventCount())
                .time(d.getLastEventAt())
                .int8(d.getLastSequence())
                .text(d.getLastEventId());
    }

    private static void addDetails(CopyRows rows, String code, DossierRecord d) {
        @Nullable Applicant a = d.getApplicant();
        rows.row(DETAILS.columns())
                .text(code)
                .text(a == null ? null : a.getName())
                .name(a == null ? null : a.getType())
                .text(a == null ? null : a.getIdentityNumber())
                .text(a == null ? null : a.getPhone())
                .text(a == null ? null : a.getEmail())
                .text(a == null ? null : a.getAddress())
                .text(d.getSummary());
    }

    private static void addPermit(CopyRows rows, String code, PermitView p) {
        rows.row(PERMIT_COLUMNS.size())
                .text(code)
                .text(p.getPermitNumber())
                .text(p.getKind())
                .name(p.getStatus())
                .time(p.getIssuedAt())
                .date(p.getValidUntil());
    }

    /** The day that decides which dated unit a dossier counts under. */
    private static LocalDate filedOn(DossierRecord d) {
        @Nullable Instant filed = d.getSubmittedAt() != null ? d.getSubmittedAt() : d.getAcceptedAt();
        return LocalDate.ofInstant(filed != null ? filed : d.getFirstEventAt(), VIETNAM);
    }

    private static String anomalies(List<Anomaly> anomalies) {
        if (anomalies.isEmpty()) {
            return "[]";
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Anomaly anomaly : anomalies) {
            array.addObject()
                    .put("code", CopyRows.storable(anomaly.getCode()))
                    .put("eventId", CopyRows.storable(anomaly.getEventId()));
        }
        return array.toString();
    }
}

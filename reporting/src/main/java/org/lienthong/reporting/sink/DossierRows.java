package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierRecord;

/** The row of each dossier. */
final class DossierRows implements DossierPart {

    static final Upsert UPSERT = new Upsert(
            "lienthong.dossiers",
            List.of("code"),
            "code",
            List.of(("aliases, status, procedure_code, sector, unit_code, filed_on, receiving_agency, holder_agency,"
                            + " issuing_agency, channel, first_event_at, submitted_at, accepted_at, due_at,"
                            + " resolved_at, returned_at, stopped_at, outcome, electronic_result,"
                            + " supplement_requests, waiting_since, waited_micros, suspended_since, fees_requested,"
                            + " fees_paid, paid_online, papers, papers_digitised, papers_reused, rating, steps,"
                            + " last_step, finished_at, overdue_from, working_minutes, waited_minutes, population_data,"
                            + " citizen_store, more_anomalies, event_count, last_event_at, last_sequence, last_event_id")
                    .split(", ")),
            "changed_seq");

    private final CopyRows rows = new CopyRows();
    private final List<String> gone = new ArrayList<>();

    @Override
    public void add(String code, @Nullable DossierRecord dossier) {
        if (dossier == null) {
            gone.add(code);
        } else {
            addRow(code, dossier);
        }
    }

    @Override
    public void write(Connection connection) throws SQLException {
        UPSERT.delete(connection, gone);
        if (rows.size() > 0) {
            UPSERT.merge(connection, rows, ChangeNumbers.take(connection, rows.size()));
        }
    }

    private void addRow(String code, DossierRecord d) {
        rows.row(UPSERT.columns())
                .text(code)
                .texts(d.getAliases())
                .name(d.getStatus())
                .text(d.getProcedureCode())
                .name(d.getSector())
                .text(d.getUnitCode())
                .date(filedOn(d))
                .text(d.getReceivingAgency())
                .text(d.getHolderAgency())
                .text(d.getIssuingAgency())
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
                .time(d.getSuspendedSince())
                .numeric(d.getFeesRequested())
                .numeric(d.getFeesPaid())
                .bool(d.getPaidOnline())
                .int4(d.getPapers())
                .int4(d.getPapersDigitised())
                .int4(d.getPapersReused())
                .int4(d.getRating())
                .int4(d.getSteps())
                .text(d.getLastStep())
                .time(d.getFinishedAt())
                .time(d.getOverdueFrom())
                .int8(d.getWorkingMinutes())
                .int8(d.getWaitedMinutes())
                .bool(d.getPopulationData())
                .bool(d.getCitizenStore())
                .int4(d.getMoreAnomalies())
                .int4(d.getEventCount())
                .time(d.getLastEventAt())
                .int8(d.getLastSequence())
                .text(d.getLastEventId())
                .int8((long) rows.size() - 1);
    }

    /** The day that decides which dated unit a dossier counts under. */
    private static LocalDate filedOn(DossierRecord d) {
        @Nullable Instant filed = d.getSubmittedAt() != null ? d.getSubmittedAt() : d.getAcceptedAt();
        return LocalDate.ofInstant(filed != null ? filed : d.getFirstEventAt(), WorkingTime.ZONE);
    }
}

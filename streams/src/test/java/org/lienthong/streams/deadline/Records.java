package org.lienthong.streams.deadline;

import static org.lienthong.streams.dossier.Events.day;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.streams.dossier.Events;

/** Records for tests: filed on day 0 at commune 25000, due on day 10. */
public final class Records {

    private Records() {}

    public static DossierRecord record(DossierStatus status) {
        return DossierRecord.newBuilder()
                .setCode(Events.CODE)
                .setStatus(status)
                .setUnitCode("25000")
                .setHolderAgency("H36.25")
                .setFirstEventAt(day(0))
                .setSubmittedAt(day(0))
                .setDueAt(day(10))
                .setFeesRequested(new BigDecimal("0.00"))
                .setFeesPaid(new BigDecimal("0.00"))
                .setAliases(List.of())
                .setPermits(List.of())
                .setAnomalies(List.of())
                .setEventCount(1)
                .setLastEventAt(day(0))
                .setLastSequence(0)
                .setLastEventId("e")
                .build();
    }

    /** The dossier while it is worked on, with what the test says about it. */
    public static DossierRecord open(Consumer<DossierRecord> edit) {
        return edited(DossierStatus.IN_PROGRESS, edit);
    }

    public static DossierRecord open() {
        return record(DossierStatus.IN_PROGRESS);
    }

    public static DossierRecord resolved(int day) {
        return edited(DossierStatus.RESOLVED, r -> r.setResolvedAt(day(day)));
    }

    public static DossierRecord waiting(int since) {
        return edited(DossierStatus.SUPPLEMENT_REQUESTED, r -> {
            r.setSupplementRequests(1);
            r.setWaitingSince(day(since));
        });
    }

    public static DossierRecord suspended(int since) {
        return edited(DossierStatus.SUSPENDED, r -> {
            r.setStoppedAt(day(since));
            r.setSuspendedSince(day(since));
        });
    }

    /** Refused by the agency or withdrawn by the applicant. */
    public static DossierRecord stopped(DossierStatus status, int day) {
        return edited(status, r -> r.setStoppedAt(day(day)));
    }

    private static DossierRecord edited(DossierStatus status, Consumer<DossierRecord> edit) {
        DossierRecord record = record(status);
        edit.accept(record);
        return record;
    }
}

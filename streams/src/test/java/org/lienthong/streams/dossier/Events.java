package org.lienthong.streams.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierResolved;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.permit.PermitIssued;
import org.lienthong.schemas.reference.Sector;

/** Events for tests: day by day from 2 June 2025, ids that say what they are. */
public final class Events {

    public static final String CODE = "H36.25-250602-0001";

    private Events() {}

    public static Instant day(int day) {
        return Instant.parse("2025-06-02T01:00:00Z").plusSeconds(86_400L * day);
    }

    public static EventHeader header(int day, String id) {
        return new EventHeader(id, "one-stop", "H36.25", day(day), 0L);
    }

    public static DossierEvent dossier(String code, int day, Object payload) {
        String id = code + "/" + day + "/" + payload.getClass().getSimpleName();
        return new DossierEvent(header(day, id), code, null, payload, Map.of());
    }

    public static DossierSubmitted submitted(String unitCode) {
        return DossierSubmitted.newBuilder()
                .setProcedureCode("1.005129")
                .setSector(Sector.CONSTRUCTION)
                .setUnitCode(unitCode)
                .setReceivingAgency("H36.25")
                .setChannel(Channel.ONLINE)
                .setApplicant(Applicant.newBuilder().setName("Trần Văn Thử").build())
                .build();
    }

    public static DossierAccepted accepted(int dueDay) {
        return DossierAccepted.newBuilder().setDueAt(day(dueDay)).build();
    }

    public static DossierProgressed progressed(String step) {
        return DossierProgressed.newBuilder().setStep(step).build();
    }

    public static DossierResolved resolved() {
        return DossierResolved.newBuilder().setOutcome("GRANTED").build();
    }

    /** Submitted on day 0, accepted on 1 with the due date on 10, a step on 2, resolved on the given day. */
    public static List<DossierEvent> life(String code, String unitCode, int resolvedOn) {
        return List.of(
                dossier(code, 0, submitted(unitCode)),
                dossier(code, 1, accepted(10)),
                dossier(code, 2, progressed("appraisal")),
                dossier(code, resolvedOn, resolved()));
    }

    public static PermitEvent permitIssued(String code, int day, String number) {
        PermitIssued issued = PermitIssued.newBuilder()
                .setKind("building")
                .setValidUntil(LocalDate.of(2030, 1, 1))
                .build();
        return new PermitEvent(header(day, "permit " + number), number, code, issued, Map.of());
    }
}

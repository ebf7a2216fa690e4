package org.lienthong.producers.publish;

import java.time.Instant;
import java.util.Map;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.ApplicantType;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.permit.PermitExpired;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Sector;

/** Events that satisfy every rule, to be spoilt by tests. */
final class Events {

    static {
        TrustedClasses.trust();
    }

    static final String CODE = "H36.25-250701-0001";

    private Events() {}

    static EventHeader header() {
        return EventHeader.newBuilder()
                .setEventId("e-1")
                .setSourceSystem("một cửa")
                .setAgencyId("H36.25")
                .setOccurredAt(Instant.parse("2025-07-01T01:02:03.000004Z"))
                .setSequence(7)
                .build();
    }

    static DossierEvent dossier(Object payload) {
        return DossierEvent.newBuilder()
                .setHeader(header())
                .setDossierCode(CODE)
                .setPayload(payload)
                .setAttributes(Map.of("b", "2", "a", "1"))
                .build();
    }

    static DossierEvent progressed() {
        return dossier(DossierProgressed.newBuilder().setStep("Thẩm định").build());
    }

    static DossierSubmitted submitted(String applicant) {
        return DossierSubmitted.newBuilder()
                .setProcedureCode("1.005129")
                .setSector(Sector.CONSTRUCTION)
                .setUnitCode("25000")
                .setReceivingAgency("H36.25")
                .setChannel(Channel.ONLINE)
                .setApplicant(Applicant.newBuilder()
                        .setName(applicant)
                        .setType(ApplicantType.CITIZEN)
                        .build())
                .build();
    }

    static PermitEvent permit() {
        return PermitEvent.newBuilder()
                .setHeader(header())
                .setPermitNumber("12/GPXD")
                .setDossierCode(CODE)
                .setPayload(new PermitExpired())
                .build();
    }

    static AgencyReadiness readiness() {
        return AgencyReadiness.newBuilder()
                .setHeader(header())
                .setUnitCode("25000")
                .setComputers(12)
                .setComputersBelowMinimum(5)
                .setLan(true)
                .build();
    }

    static ServiceReport report() {
        return ServiceReport.newBuilder()
                .setHeader(header())
                .setUnitCode("25000")
                .setMonth("2025-07")
                .setNationalReceived(9L)
                .setPortalReceived(10L)
                .setSynced(10L)
                .setPetitions(0L)
                .setPetitionsOnTime(0L)
                .build();
    }
}

package org.lienthong.registry.interop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.event.EventHeader;

/** Events that use every kind of Avro type: records, unions, times, decimals, maps, Vietnamese text. */
final class Events {

    static final String CODE = "H36.25-250701-0001";

    private Events() {}

    static List<DossierEvent> all() {
        return List.of(submitted(), accepted(), paymentRequested());
    }

    static DossierEvent submitted() {
        return event(DossierSubmitted.newBuilder()
                .setProcedureCode("1.005129")
                .setUnitCode("25000")
                .setReceivingAgency("H36.25")
                .setApplicant(Applicant.newBuilder().setName("Nguyễn Thị Hòa").build())
                .build());
    }

    private static DossierEvent accepted() {
        return event(DossierAccepted.newBuilder()
                .setDueAt(Instant.parse("2025-07-11T10:00:00Z"))
                .build());
    }

    private static DossierEvent paymentRequested() {
        return event(PaymentRequested.newBuilder()
                .setAmount(new BigDecimal("150000.00"))
                .build());
    }

    private static DossierEvent event(Object payload) {
        return DossierEvent.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId("e-1")
                        .setSourceSystem("one-stop")
                        .setAgencyId("H36.25")
                        .setOccurredAt(Instant.parse("2025-07-01T01:02:03.000004Z"))
                        .build())
                .setDossierCode(CODE)
                .setPayload(payload)
                .setAttributes(Map.of("GhiChu", "x"))
                .build();
    }
}

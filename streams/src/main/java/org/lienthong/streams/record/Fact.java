package org.lienthong.streams.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;

/**
 * One event that bears on a dossier, from whichever topic, reduced to what can change the record: notes, officers and
 * free attributes stay on the topic. Two events with equal facts are the same event.
 *
 * @param agencyId who states it
 * @param alias the id under which the source knows the dossier
 * @param permitNumber null for an event of the dossier itself
 * @param payload a payload of DossierEvent or PermitEvent, texts in NFC
 */
public record Fact(
        String dossierCode,
        EventOrder order,
        String sourceSystem,
        String agencyId,
        @Nullable String alias,
        @Nullable String permitNumber,
        Object payload) {

    public static Fact of(DossierEvent event) {
        return of(event.getHeader(), event.getDossierCode(), event.getAlias(), null, event.getPayload());
    }

    public static Fact of(PermitEvent event) {
        return of(event.getHeader(), event.getDossierCode(), null, event.getPermitNumber(), event.getPayload());
    }

    private static Fact of(
            EventHeader header, String code, @Nullable String alias, @Nullable String permitNumber, Object payload) {
        return new Fact(
                code,
                EventOrder.of(header),
                header.getSourceSystem(),
                header.getAgencyId(),
                alias,
                permitNumber,
                EssenceRules.essence(payload));
    }

    public String eventId() {
        return order.eventId();
    }

    /** When it happened. */
    public Instant occurredAt() {
        return Instant.EPOCH.plus(order.occurredAtMicros(), ChronoUnit.MICROS);
    }

    /** The kind of event, such as {@code DossierSubmitted}. */
    public String kind() {
        return payload.getClass().getSimpleName();
    }
}

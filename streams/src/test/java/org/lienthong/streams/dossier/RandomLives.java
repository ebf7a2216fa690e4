package org.lienthong.streams.dossier;

import static org.lienthong.streams.dossier.Events.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.DossierRefused;
import org.lienthong.schemas.dossier.DossierResumed;
import org.lienthong.schemas.dossier.DossierSuspended;
import org.lienthong.schemas.dossier.DossierWithdrawn;
import org.lienthong.schemas.dossier.PaymentRecorded;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.dossier.ResultReturned;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitAmended;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.permit.PermitExpired;
import org.lienthong.schemas.permit.PermitIssued;
import org.lienthong.schemas.permit.PermitRevoked;
import org.lienthong.schemas.permit.PermitSuspended;

/** Dossiers with any events in any order of the calendar: what must converge has no need to be sensible. */
public final class RandomLives {

    private static final List<String> AGENCIES = List.of("H36.25", "H36.25.03", "H36.09", "G22");

    private final Random random;

    public RandomLives(long seed) {
        random = new Random(seed);
    }

    /** Dossier and permit events of one dossier, by several agencies; now and then two under one id. */
    public List<SpecificRecord> next(String code) {
        List<SpecificRecord> events = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            // Few days, so that some events share their time and are ordered by sequence or id.
            EventHeader header = new EventHeader(
                    code + "/" + (random.nextInt(20) == 0 ? 0 : i),
                    "system-" + random.nextInt(2),
                    AGENCIES.get(random.nextInt(AGENCIES.size())),
                    day(random.nextInt(6)),
                    (long) random.nextInt(2));
            if (random.nextInt(5) == 0) {
                String number = random.nextInt(2) + "/GP";
                events.add(new PermitEvent(header, number, code, permitPayload(), Map.of()));
            } else {
                String alias = random.nextInt(4) == 0 ? "alias-" + random.nextInt(3) : null;
                events.add(new DossierEvent(header, code, alias, payload(), Map.of()));
            }
        }
        return events;
    }

    /** The events in another order, some of them twice. */
    public <E> List<E> asDelivered(List<E> events) {
        List<E> delivered = new ArrayList<>(events);
        events.stream().filter(e -> random.nextInt(5) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
    }

    private Object permitPayload() {
        LocalDate date = LocalDate.of(2030, 1, 1).plusDays(random.nextInt(3));
        return switch (random.nextInt(5)) {
            case 0 -> new PermitAmended(date, null);
            case 1 -> new PermitSuspended(null, date);
            case 2 -> new PermitRevoked((String) null);
            case 3 -> new PermitExpired();
            default ->
                PermitIssued.newBuilder()
                        .setKind("building")
                        .setValidUntil(date)
                        .build();
        };
    }

    private Object payload() {
        BigDecimal amount = new BigDecimal(random.nextInt(1000) + ".00");
        return switch (random.nextInt(16)) {
            case 0 -> Events.submitted("2500" + random.nextInt(9));
            case 1 -> Events.accepted(random.nextInt(12));
            case 2 -> new DossierRefused("R1", null);
            case 3 -> new DossierForwarded("H36.0" + random.nextInt(9), null, null);
            case 4 -> new SupplementRequested((String) null);
            case 5 -> new SupplementReceived(random.nextBoolean() ? day(random.nextInt(20)) : null, List.of());
            case 6 -> new PaymentRequested(amount, null);
            case 7 -> new PaymentRecorded(amount, random.nextBoolean(), null);
            case 8 -> new DossierWithdrawn((String) null);
            case 9 -> new DossierSuspended(null, null);
            case 10 -> new DossierResumed(null);
            case 11 -> Events.resolved();
            case 12 -> new ResultReturned(Channel.DIRECT, random.nextBoolean());
            case 13 -> new DossierRated(1 + random.nextInt(5));
            case 14 ->
                DossierCorrected.newBuilder()
                        .setUnitCode("2509" + random.nextInt(3))
                        .setDueAt(random.nextBoolean() ? day(random.nextInt(20)) : null)
                        .build();
            default -> Events.progressed("step " + random.nextInt(5));
        };
    }
}

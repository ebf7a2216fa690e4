package org.lienthong.streams.dossier;

import static org.lienthong.streams.dossier.Events.day;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** Dossiers with any events in any order of the calendar: what must converge has no need to be sensible. */
final class RandomLives {

    private final Random random;

    RandomLives(long seed) {
        random = new Random(seed);
    }

    List<DossierEvent> next(String code) {
        List<DossierEvent> events = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            // Few days, so that some events share their time and are ordered by sequence or id.
            EventHeader header = new EventHeader(
                    code + "/" + i, "system-" + random.nextInt(2), "H36.25", day(random.nextInt(6)), (long)
                            random.nextInt(2));
            String alias = random.nextInt(4) == 0 ? "alias-" + random.nextInt(3) : null;
            events.add(new DossierEvent(header, code, alias, payload(), Map.of()));
        }
        return events;
    }

    /** The events in another order, some of them twice. */
    List<DossierEvent> asDelivered(List<DossierEvent> events) {
        List<DossierEvent> delivered = new ArrayList<>(events);
        events.stream().filter(e -> random.nextInt(5) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        return delivered;
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
            case 12 -> new ResultReturned(Channel.DIRECT);
            case 13 -> new DossierRated(1 + random.nextInt(5));
            case 14 -> DossierCorrected.newBuilder().setUnitCode("25099").build();
            default -> Events.progressed("step " + random.nextInt(5));
        };
    }
}

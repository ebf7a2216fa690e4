package org.lienthong.producers.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.publish.EventIds;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;

/** How the events of a dossier travel: most at once, some late, some twice, and now and then something wrong. */
final class Post {

    private static final double DELAYED = 0.02;
    private static final double DOUBLED = 0.01;

    /** One dossier in so many comes with a wrong record, the kinds in turn: even a short year has them all. */
    private static final int WRONG_EVERY = 200;

    private static final Comparator<EventHeader> HAPPENED = Comparator.comparing(EventHeader::getOccurredAt)
            .thenComparing(EventHeader::getSequence)
            .thenComparing(EventHeader::getEventId);

    private final int source;
    private final Dice dice;
    private final Instant now;
    private final Tally tally;
    private final List<Parcel> parcels = new ArrayList<>(16);

    /** @param now what happens later is not delivered; what is on its way then arrives at that moment */
    Post(int source, Dice dice, Instant now, Tally tally) {
        this.source = source;
        this.dice = dice;
        this.now = now;
        this.tally = tally;
    }

    /** The deliveries in their order; every one is counted in the tally. */
    List<Delivery> deliver(Chronicle chronicle) {
        chronicle.events().forEach(this::send);
        if (source % WRONG_EVERY == WRONG_EVERY / 2) {
            WrongRecord wrong = wrong(chronicle);
            parcel(wrong.event().getHeader().getOccurredAt(), Duration.ZERO, wrong, false);
        }
        parcels.sort(Comparator.comparing(Parcel::at));
        count();
        List<Delivery> deliveries = new ArrayList<>(parcels.size());
        for (Parcel parcel : parcels) {
            deliveries.add(new Delivery(parcel.at(), source, deliveries.size(), parcel.what()));
        }
        return deliveries;
    }

    private void send(SpecificRecord event) {
        // Drawn in any case: what is drawn later must not depend on now.
        Duration delay = dice.chance(DELAYED) ? Duration.ofMinutes(dice.between(2 * 60, 4 * 24 * 60)) : Duration.ZERO;
        Duration again = dice.chance(DOUBLED) ? Duration.ofMinutes(dice.between(1, 2 * 24 * 60)) : Duration.ZERO;
        Instant happened = header(event).getOccurredAt();
        parcel(happened, delay, event, false);
        if (!again.isZero()) {
            parcel(happened, delay.plus(again), event, true);
        }
    }

    private void parcel(Instant happened, Duration delay, Object what, boolean duplicate) {
        if (!happened.isAfter(now)) {
            Instant arrival = happened.plus(delay);
            parcels.add(new Parcel(arrival.isAfter(now) ? now : arrival, what, duplicate));
        }
    }

    private void count() {
        EventHeader newestDossier = null;
        EventHeader newestPermit = null;
        for (Parcel parcel : parcels) {
            if (parcel.what() instanceof DossierEvent event) {
                boolean late = isLate(parcel, event.getHeader(), newestDossier);
                tally.dossierEvent(kind(event.getPayload()), parcel.duplicate(), late);
                newestDossier = newest(event.getHeader(), newestDossier);
            } else if (parcel.what() instanceof PermitEvent event) {
                boolean late = isLate(parcel, event.getHeader(), newestPermit);
                tally.permitEvent(kind(event.getPayload()), parcel.duplicate(), late);
                newestPermit = newest(event.getHeader(), newestPermit);
            } else if (parcel.what() instanceof WrongRecord wrong) {
                tally.wrong(wrong.kind());
            }
        }
    }

    private static boolean isLate(Parcel parcel, EventHeader header, @Nullable EventHeader newest) {
        return !parcel.duplicate() && newest != null && HAPPENED.compare(header, newest) < 0;
    }

    private static EventHeader newest(EventHeader header, @Nullable EventHeader newest) {
        return newest == null || HAPPENED.compare(header, newest) > 0 ? header : newest;
    }

    private WrongRecord wrong(Chronicle chronicle) {
        WrongKind[] kinds = WrongKind.values();
        WrongKind kind = kinds[source / WRONG_EVERY % kinds.length];
        EventHeader like = header(dice.oneOf(chronicle.events()));
        String code = kind == WrongKind.CODE_NOT_CANONICAL ? "HS/" + source + "/2025" : chronicle.code();
        String key = kind == WrongKind.OTHER_KEY ? code.substring(0, code.lastIndexOf('-')) + "-0000000" : code;
        EventHeader header = new EventHeader(
                "", like.getSourceSystem(), like.getAgencyId(), like.getOccurredAt(), like.getSequence() + 1_000);
        DossierEvent event =
                new DossierEvent(header, code, null, new DossierProgressed("Bước sai", null, null, null), Map.of());
        header.setEventId(EventIds.of(event));
        return new WrongRecord(kind, key, event);
    }

    private static EventHeader header(SpecificRecord event) {
        return event instanceof DossierEvent dossier ? dossier.getHeader() : ((PermitEvent) event).getHeader();
    }

    private static String kind(Object payload) {
        return payload.getClass().getSimpleName();
    }

    private record Parcel(Instant at, Object what, boolean duplicate) {}
}

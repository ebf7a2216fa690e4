package org.lienthong.peers;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;

/** A dossier: its record so far, and its distinct events as they were read, in the order of the fold. */
final class DossierState {

    private final List<Event> events;
    private @Nullable DossierRecord record;

    DossierState() {
        this(null, new ArrayList<>(8));
    }

    /** @param record null when there are no events yet */
    DossierState(@Nullable DossierRecord record, List<Event> events) {
        this.record = record;
        this.events = events;
    }

    /** Takes one event in, unless it is there already; itself. */
    DossierState with(Event event, Rules rules) {
        apply(event, rules.read(event), rules);
        return this;
    }

    /**
     * Takes one event in.
     *
     * @param fact the same, read
     * @return false when it is there already
     */
    boolean apply(Event event, Fact fact, Rules rules) {
        RecordFold fold = rules.fold();
        if (record == null) {
            record = RecordFold.blank(fact);
        } else if (fact.order().compareToLastOf(record) <= 0) {
            return applyLate(event, fact, rules);
        }
        events.add(event);
        fold.apply(record, fact);
        return true;
    }

    private boolean applyLate(Event event, Fact fact, Rules rules) {
        List<Fact> facts = new ArrayList<>(events.size() + 1);
        for (Event known : events) {
            facts.add(rules.read(known));
        }
        int place = Collections.binarySearch(facts, fact, rules.foldOrder());
        if (place >= 0) {
            return false;
        }
        facts.add(-place - 1, fact);
        events.add(-place - 1, event);
        DossierRecord anew = RecordFold.blank(facts.get(0));
        facts.forEach(one -> rules.fold().apply(anew, one));
        record = anew;
        return true;
    }

    /** Not to be asked for before the first event. */
    DossierRecord record() {
        return requireNonNull(record);
    }

    List<Event> events() {
        return events;
    }

    /** An event as it was read. */
    record Event(boolean permit, byte[] value) {}
}

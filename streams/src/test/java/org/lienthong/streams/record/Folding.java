package org.lienthong.streams.record;

import static org.lienthong.streams.dossier.Events.CODE;
import static org.lienthong.streams.dossier.Events.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lienthong.schemas.dossier.Anomaly;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;

/** Builds a life event by event, in any order, and folds it. */
public final class Folding {

    private final List<Fact> facts = new ArrayList<>();
    private Reference reference = Reference.NONE;

    public static Folding life() {
        return new Folding();
    }

    public Folding with(Reference given) {
        reference = given;
        return this;
    }

    /** What an agency states about the dossier on a day. */
    public Folding on(int day, String agency, Object payload) {
        EventHeader header = new EventHeader("e" + facts.size(), "system of " + agency, agency, day(day), 0L);
        facts.add(Fact.of(new DossierEvent(header, CODE, null, payload, Map.of())));
        return this;
    }

    /** What an agency states about a permit on a day. */
    public Folding permitOn(int day, String agency, String number, Object payload) {
        EventHeader header = new EventHeader("e" + facts.size(), "system of " + agency, agency, day(day), 0L);
        facts.add(Fact.of(new PermitEvent(header, number, CODE, payload, Map.of())));
        return this;
    }

    /** As they were told: neither sorted nor distinct. */
    public List<Fact> facts() {
        return facts;
    }

    DossierRecord fold() {
        DossierRecord[] record = new DossierRecord[1];
        conflicts(record);
        return record[0];
    }

    /** The conflict of each fact, in the order of the fold. */
    List<Optional<String>> conflicts() {
        return conflicts(new DossierRecord[1]);
    }

    static List<String> codes(DossierRecord record) {
        return record.getAnomalies().stream().map(Anomaly::getCode).toList();
    }

    private List<Optional<String>> conflicts(DossierRecord[] result) {
        List<Fact> ordered =
                facts.stream().sorted(Comparator.comparing(Fact::order)).toList();
        DossierRecord record = RecordFold.blank(ordered.get(0));
        RecordFold fold = new RecordFold(reference, Trace.NONE);
        List<Optional<String>> conflicts =
                ordered.stream().map(fact -> fold.apply(record, fact)).toList();
        result[0] = record;
        return conflicts;
    }
}

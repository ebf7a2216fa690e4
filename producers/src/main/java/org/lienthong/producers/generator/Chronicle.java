package org.lienthong.producers.generator;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.producers.publish.EventIds;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;

/** Writes down what happens to one dossier, as the systems of its agencies would state it. */
final class Chronicle {

    /** Running numbers are those of the year, so that a code depends on nothing but its own dossier. */
    private static final int NUMBER_WIDTH = 5;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(WorkingTime.ZONE);

    private final String code;
    private final List<SpecificRecord> events = new ArrayList<>(12);

    Chronicle(Opening opening) {
        code = opening.office().agencyId()
                + '-'
                + DAY.format(opening.filedAt())
                + '-'
                + People.digits(opening.number(), NUMBER_WIDTH);
    }

    String code() {
        return code;
    }

    /** Dossier and permit events in the order in which they were written. */
    List<SpecificRecord> events() {
        return events;
    }

    void write(Instant at, String agency, Object payload) {
        EventHeader header = header(at, agency);
        DossierEvent event = new DossierEvent(header, code, null, payload, Map.of());
        header.setEventId(EventIds.of(event));
        events.add(event);
    }

    void writePermit(Instant at, String agency, String permitNumber, Object payload) {
        EventHeader header = header(at, agency);
        PermitEvent event = new PermitEvent(header, permitNumber, code, payload, Map.of());
        header.setEventId(EventIds.of(event));
        events.add(event);
    }

    private EventHeader header(Instant at, String agency) {
        return new EventHeader("", system(agency), agency, at, (long) events.size() + 1);
    }

    /** Departments keep a system of their own; desks and the district share one. */
    private static String system(String agency) {
        boolean department = agency.length() == "H36.03".length() && agency.compareTo("H36.20") < 0;
        return department ? "so-nganh" : "mot-cua";
    }
}

package org.lienthong.producers.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lienthong.producers.publish.EventRules;
import org.lienthong.producers.publish.EventSink;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;

/** Keeps sound events, as the publisher would send them. */
final class CollectingSink implements EventSink {

    final List<DossierEvent> events = new ArrayList<>();
    int flushes;

    @Override
    public void publish(DossierEvent event) {
        if (EventRules.problem(event).isPresent()) {
            throw new AssertionError("published although " + EventRules.problem(event));
        }
        events.add(event);
    }

    @Override
    public void publish(PermitEvent event) {
        throw new AssertionError("no permits in event logs");
    }

    @Override
    public void publish(AgencyReadiness report) {
        throw new AssertionError("no readiness reports in event logs");
    }

    @Override
    public void publish(ServiceReport report) {
        throw new AssertionError("no monthly reports in event logs");
    }

    @Override
    public void flush() {
        flushes++;
    }

    /** Distinct events: what the exchange makes of them. */
    Map<String, DossierEvent> byId() {
        Map<String, DossierEvent> byId = new TreeMap<>();
        for (DossierEvent event : events) {
            byId.put(event.getHeader().getEventId(), event);
        }
        return byId;
    }
}

package org.lienthong.producers.publish;

import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;

/**
 * Where sources send their events. Every {@code publish} throws {@link InvalidEventException} for an event that no
 * exchange would take: nothing of it was sent.
 */
public interface EventSink {

    void publish(DossierEvent event);

    void publish(PermitEvent event);

    void publish(AgencyReadiness report);

    void publish(ServiceReport report);

    /**
     * Waits until everything published so far is safe.
     *
     * @throws PublishFailedException when some of it is not
     */
    void flush();
}

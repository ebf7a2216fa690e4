package org.lienthong.streams.dossier;

import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;

/** One event that bears on a dossier, from whichever topic. */
sealed interface Fact {

    EventHeader header();

    String dossierCode();

    /** Folds the event into the record, in place. */
    void applyTo(DossierRecord record);

    default EventOrder order() {
        return EventOrder.of(header());
    }

    record OfDossier(DossierEvent event) implements Fact {
        @Override
        public EventHeader header() {
            return event.getHeader();
        }

        @Override
        public String dossierCode() {
            return event.getDossierCode();
        }

        @Override
        public void applyTo(DossierRecord record) {
            DossierRules.apply(record, event);
        }
    }

    record OfPermit(PermitEvent event) implements Fact {
        @Override
        public EventHeader header() {
            return event.getHeader();
        }

        @Override
        public String dossierCode() {
            return event.getDossierCode();
        }

        @Override
        public void applyTo(DossierRecord record) {
            PermitRules.apply(record, event);
        }
    }
}

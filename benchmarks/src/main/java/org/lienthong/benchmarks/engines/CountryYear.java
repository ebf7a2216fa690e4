package org.lienthong.benchmarks.engines;

import org.lienthong.producers.generator.SilentYear;
import org.lienthong.producers.publish.EventSink;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.permit.PermitEvent;

/**
 * The year of Di Linh, told of the whole country; without its wrong records, that not every engine knows to set aside.
 */
final class CountryYear extends SilentYear {

    static final long SEED = 2025;

    private final Country country = new Country();
    private final EventSink sink;

    CountryYear(EventSink sink) {
        this.sink = sink;
    }

    @Override
    public void publish(DossierEvent event) {
        sink.publish(placed(event));
    }

    /** A copy, since the year sends the same object again where an event comes twice. */
    private DossierEvent placed(DossierEvent event) {
        String code = event.getDossierCode();
        Object payload = event.getPayload();
        if (payload instanceof DossierSubmitted submitted) {
            payload = DossierSubmitted.newBuilder(submitted)
                    .setUnitCode(country.place(submitted.getUnitCode(), code))
                    .build();
        } else if (payload instanceof DossierCorrected corrected) {
            payload = DossierCorrected.newBuilder(corrected)
                    .setUnitCode(country.place(corrected.getUnitCode(), code))
                    .build();
        }
        return new DossierEvent(event.getHeader(), code, event.getAlias(), payload, event.getAttributes());
    }

    @Override
    public void publish(PermitEvent event) {
        sink.publish(event);
    }

    @Override
    public void flush() {
        sink.flush();
    }
}

package org.lienthong.benchmarks.reading;

import org.lienthong.producers.generator.KafkaYearSink;
import org.lienthong.producers.generator.SilentYear;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.permit.PermitEvent;

/** The year of Di Linh, told of a province: each dossier is filed in one of its districts. */
final class ProvinceYear extends SilentYear {

    static final long SEED = 2025;

    private final KafkaYearSink sink;
    private long events;

    ProvinceYear(KafkaYearSink sink) {
        this.sink = sink;
    }

    @Override
    public void publish(DossierEvent event) {
        events++;
        sink.publish(placed(event));
    }

    /** A copy, since the year sends the same object again where an event comes twice. */
    private static DossierEvent placed(DossierEvent event) {
        String code = event.getDossierCode();
        Object payload = event.getPayload();
        if (payload instanceof DossierSubmitted submitted) {
            payload = DossierSubmitted.newBuilder(submitted)
                    .setUnitCode(Province.place(submitted.getUnitCode(), code))
                    .build();
        } else if (payload instanceof DossierCorrected corrected) {
            payload = DossierCorrected.newBuilder(corrected)
                    .setUnitCode(Province.place(corrected.getUnitCode(), code))
                    .build();
        }
        return new DossierEvent(event.getHeader(), code, event.getAlias(), payload, event.getAttributes());
    }

    @Override
    public void publish(PermitEvent event) {
        events++;
        sink.publish(event);
    }

    @Override
    public void flush() {
        sink.flush();
    }

    /** Events told so far, doubled ones counted twice. */
    long events() {
        return events;
    }
}

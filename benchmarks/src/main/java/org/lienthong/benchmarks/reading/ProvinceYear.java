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
        String code = event.getDossierCode();
        if (event.getPayload() instanceof DossierSubmitted submitted) {
            submitted.setUnitCode(Province.place(submitted.getUnitCode(), code));
        } else if (event.getPayload() instanceof DossierCorrected corrected) {
            corrected.setUnitCode(Province.place(corrected.getUnitCode(), code));
        }
        sink.publish(event);
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

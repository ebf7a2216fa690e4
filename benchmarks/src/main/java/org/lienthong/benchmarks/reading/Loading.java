package org.lienthong.benchmarks.reading;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lienthong.app.outcome.DrainWait;
import org.lienthong.app.outcome.Snapshot;
import org.lienthong.app.platform.Platform;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.KafkaYearSink;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.producers.reference.WorkingDays;

/** A province-year from its first event to the last figure in the database. */
final class Loading {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform;

    Loading(Platform platform) {
        this.platform = platform;
    }

    /** @return events, dossiers and seconds */
    Map<String, Object> load(int dossiers) throws InterruptedException {
        long start = System.nanoTime();
        Province province = new Province();
        ReferenceLoader references = new ReferenceLoader(platform.settings().kafka(), platform.registry());
        references.load(WorkingDays.vietnam());
        references.load(province.data());
        new DrainWait(platform, PATIENCE).await(() -> true);
        long events = 0;
        if (Snapshot.read(platform.database().dataSource()).counts().dossiers() < dossiers) {
            try (KafkaYearSink sink = new KafkaYearSink(platform.settings().kafka(), platform.registry())) {
                ProvinceYear year = new ProvinceYear(sink);
                new DiLinhYear(ProvinceYear.SEED).emit(0, dossiers, DiLinhYear.END, year, opened -> {});
                events = year.events();
            }
        }
        new DrainWait(platform, PATIENCE).await(() -> true);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("dossiers", dossiers);
        result.put("events", events);
        result.put("seconds", (System.nanoTime() - start) / 1_000_000_000);
        return result;
    }
}

package org.lienthong.benchmarks.reading;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lienthong.app.outcome.DrainWait;
import org.lienthong.app.outcome.Snapshot;
import org.lienthong.app.platform.Platform;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topics;

/** Brings the records of a province-year into a platform, where everything after the merge works on them. */
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
        ProvinceYear year = new ProvinceYear(province);
        if (Snapshot.read(platform.database().dataSource()).counts().dossiers() < dossiers) {
            try (KafkaProducer<String, DossierRecord> producer = new KafkaProducer<>(
                    platform.settings().kafka().clientConfig(),
                    new StringSerializer(),
                    new AvroSerializer<>(platform.registry(), true))) {
                year.tell(
                        dossiers,
                        record -> producer.send(
                                new ProducerRecord<>(Topics.DOSSIER_RECORDS.name(), record.getCode(), record)));
                producer.flush();
            }
        }
        new DrainWait(platform, PATIENCE).await(() -> true);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("dossiers", dossiers);
        result.put("events", year.events());
        result.put("seconds", (System.nanoTime() - start) / 1_000_000_000);
        return result;
    }
}

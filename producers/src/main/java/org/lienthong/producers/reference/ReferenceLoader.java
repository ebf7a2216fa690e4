package org.lienthong.producers.reference;

import static org.lienthong.producers.problem.ProblemCode.PUBLISH_FAILED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.publish.PublishFailedException;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.WorkingDay;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** Publishes reference data. Its topics are compacted and keyed by identity, so loading the same again is harmless. */
public final class ReferenceLoader {

    private final KafkaSettings kafka;
    private final SchemaRegistryClient registry;

    public ReferenceLoader(KafkaSettings kafka, SchemaRegistryClient registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /**
     * Returns when every record is acknowledged.
     *
     * @throws PublishFailedException when one was not
     */
    public void load(ReferenceData data) {
        publish(batch -> {
            batch.send(Topics.REF_UNITS, data.units(), ReferenceData::key);
            batch.send(Topics.REF_PROCEDURES, data.procedures(), Procedure::getCode);
            batch.send(Topics.REF_AGENCIES, data.agencies(), Agency::getId);
        });
    }

    /**
     * Loads the days that differ from Monday to Friday; to be there before events are.
     *
     * @throws PublishFailedException when one was not acknowledged
     */
    public void load(List<WorkingDay> workingDays) {
        publish(batch -> batch.send(
                Topics.WORKING_DAYS, workingDays, day -> day.getDate().toString()));
    }

    private void publish(Consumer<Batch> content) {
        Map<String, Object> config = kafka.clientConfig();
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 20);
        try (KafkaProducer<String, SpecificRecord> producer =
                new KafkaProducer<>(config, new StringSerializer(), new AvroSerializer<>(registry, true))) {
            Batch batch = new Batch(producer, new ArrayList<>());
            content.accept(batch);
            producer.flush();
            for (Future<RecordMetadata> acknowledgement : batch.sent()) {
                acknowledgement.get();
            }
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new PublishFailedException(Problem.of(PUBLISH_FAILED, "1+", cause), cause);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private record Batch(KafkaProducer<String, SpecificRecord> producer, List<Future<RecordMetadata>> sent) {

        <V extends SpecificRecord> void send(Topic<V> topic, List<V> values, Function<V, String> key) {
            for (V value : values) {
                sent.add(producer.send(new ProducerRecord<>(topic.name(), key.apply(value), value)));
            }
        }
    }
}

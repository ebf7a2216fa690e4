package org.lienthong.benchmarks.micro;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.publish.EventPublisher;
import org.lienthong.producers.publish.EventRules;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.serde.AvroSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An agency's event up to its bytes: Kafka's mock of a producer, acknowledging at once, stands for the network. */
@State(Scope.Thread)
public class PublishBenchmark {

    /** The mock keeps all that it is sent: so often it is told to forget. */
    private static final int KEPT = 1024;

    private static final byte[] NO_BYTES = {};

    private final Cycle<DossierEvent> events;
    private final Cycle<ProducerRecord<String, SpecificRecord>> sent;
    private final MockProducer<String, SpecificRecord> producer;
    private final MockProducer<String, SpecificRecord> idle;
    private final EventPublisher publisher;
    private int kept;

    public PublishBenchmark() {
        Inputs inputs = new Inputs();
        producer = mock(new AvroSerializer<>(inputs.registry(), true));
        idle = mock((topic, value) -> NO_BYTES);
        publisher = new EventPublisher(producer);
        events = new Cycle<>(inputs.events());
        sent = new Cycle<>(sent(inputs.events()));
    }

    /** Texts to NFC, rules, CloudEvents headers, bytes. */
    @Benchmark
    public void publish() {
        publisher.publish(events.next());
        forget(producer);
    }

    /** What of it is the mock's: the same records with their headers, and no bytes to write. */
    @Benchmark
    public Future<RecordMetadata> mockAlone() {
        Future<RecordMetadata> acknowledged = idle.send(sent.next(), null);
        forget(idle);
        return acknowledged;
    }

    /** What of it are the rules that an event must satisfy. */
    @Benchmark
    public Optional<Problem> rules() {
        return EventRules.problem(events.next());
    }

    private void forget(MockProducer<?, ?> mock) {
        if (++kept == KEPT) {
            kept = 0;
            mock.clear();
        }
    }

    private List<ProducerRecord<String, SpecificRecord>> sent(List<DossierEvent> all) {
        all.forEach(publisher::publish);
        List<ProducerRecord<String, SpecificRecord>> records = producer.history();
        producer.clear();
        return records;
    }

    private static MockProducer<String, SpecificRecord> mock(Serializer<SpecificRecord> values) {
        return new MockProducer<>(true, null, new StringSerializer(), values);
    }
}

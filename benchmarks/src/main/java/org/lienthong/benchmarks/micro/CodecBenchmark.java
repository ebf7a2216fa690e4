package org.lienthong.benchmarks.micro;

import java.io.IOException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.HistoryEntry;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.record.Fact;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Records to bytes and back, each beside plain Avro; the inputs are made before the first measurement. */
@State(Scope.Thread)
public class CodecBenchmark {

    /** As the changelog of a job is called. */
    private static final String HISTORY = "dossier-history";

    private static final Headers NO_HEADERS = new RecordHeaders();

    private final Codec<DossierEvent> event;
    private final Codec<DossierRecord> record;
    private final Codec<HistoryEntry> entry;
    private final FactCodec facts;
    private final Cycle<Arrival> arrivals;

    public CodecBenchmark() {
        Inputs inputs = new Inputs();
        event = new Codec<>(inputs, DossierEvent.class, Topics.DOSSIER_EVENTS.name(), inputs.events());
        record = new Codec<>(inputs, DossierRecord.class, Topics.DOSSIER_RECORDS.name(), inputs.records());
        entry = new Codec<>(inputs, HistoryEntry.class, HISTORY, inputs.entries());
        facts = inputs.codec();
        arrivals = new Cycle<>(inputs.arrivals());
    }

    @Benchmark
    public DossierEvent decodeEvent() {
        return event.decode();
    }

    @Benchmark
    public DossierEvent decodeEventPlain() throws IOException {
        return event.decodePlain();
    }

    @Benchmark
    public byte[] encodeEvent() {
        return event.encode();
    }

    @Benchmark
    public byte[] encodeEventPlain() throws IOException {
        return event.encodePlain();
    }

    @Benchmark
    public byte[] encodeRecord() {
        return record.encode();
    }

    @Benchmark
    public byte[] encodeRecordPlain() throws IOException {
        return record.encodePlain();
    }

    @Benchmark
    public HistoryEntry decodeEntry() {
        return entry.decode();
    }

    @Benchmark
    public HistoryEntry decodeEntryPlain() throws IOException {
        return entry.decodePlain();
    }

    @Benchmark
    public byte[] encodeEntry() {
        return entry.encode();
    }

    @Benchmark
    public byte[] encodeEntryPlain() throws IOException {
        return entry.encodePlain();
    }

    /** From the bytes of either topic to what can change a record. */
    @Benchmark
    public Fact readFact() {
        Arrival arrival = arrivals.next();
        return facts.read(arrival.topic(), NO_HEADERS, arrival.value());
    }

    /** One type of record both ways, ours and plain, over the same values. */
    private static final class Codec<T extends SpecificRecord> {

        private final String topic;
        private final Serializer<T> serializer;
        private final Deserializer<T> deserializer;
        private final PlainAvro<T> plain;
        private final Cycle<T> values;
        private final Cycle<byte[]> bytes;

        Codec(Inputs inputs, Class<T> type, String topic, List<T> values) {
            List<byte[]> written = inputs.bytes(type, topic, values);
            this.topic = topic;
            this.serializer = inputs.serdes().of(type).serializer();
            this.deserializer = inputs.serdes().of(type).deserializer();
            this.plain = new PlainAvro<>(type, written.get(0));
            this.values = new Cycle<>(values);
            this.bytes = new Cycle<>(written);
        }

        T decode() {
            return deserializer.deserialize(topic, NO_HEADERS, bytes.next());
        }

        T decodePlain() throws IOException {
            return plain.decode(bytes.next());
        }

        byte[] encode() {
            return serializer.serialize(topic, values.next());
        }

        byte[] encodePlain() throws IOException {
            return plain.encode(values.next());
        }
    }
}

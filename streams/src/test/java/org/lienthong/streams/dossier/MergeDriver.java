package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.DeadlineSettings;

/** The merge without a broker: send events, read what comes of them. */
final class MergeDriver implements AutoCloseable {

    static final Instant RECEIVED_AT = Instant.parse("2026-01-01T00:00:00Z");

    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> dossierEvents;
    private final TestInputTopic<byte[], byte[]> permitEvents;
    private final TestOutputTopic<String, DossierRecord> records;
    private final TestOutputTopic<String, Receipt> receipts;
    private final TestOutputTopic<String, QuarantinedRecord> quarantine;
    private final TestOutputTopic<String, LedgerEntry> ledger;

    MergeDriver(Path state, MergeSettings settings) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, DossierSyncTopology.NAME);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(
                DossierSyncTopology.build(serdes, settings, Clock.systemUTC(), DeadlineSettings.DEFAULTS),
                config,
                RECEIVED_AT);
        ByteArraySerializer raw = new ByteArraySerializer();
        dossierEvents = driver.createInputTopic(Topics.DOSSIER_EVENTS.name(), raw, raw, RECEIVED_AT, Duration.ZERO);
        permitEvents = driver.createInputTopic(Topics.PERMIT_EVENTS.name(), raw, raw, RECEIVED_AT, Duration.ZERO);
        records = output(Topics.DOSSIER_RECORDS);
        receipts = output(Topics.RECEIPTS);
        quarantine = output(Topics.QUARANTINE);
        ledger = output(Topics.LEDGER);
    }

    void send(SpecificRecord event) {
        send(event, new RecordHeaders());
    }

    void send(SpecificRecord event, Headers headers) {
        if (event instanceof PermitEvent permit) {
            permitEvents.pipeInput(record(permit.getDossierCode(), bytes(Topics.PERMIT_EVENTS, permit), headers));
        } else {
            DossierEvent dossier = (DossierEvent) event;
            dossierEvents.pipeInput(record(dossier.getDossierCode(), bytes(Topics.DOSSIER_EVENTS, dossier), headers));
        }
    }

    void sendRaw(String key, byte[] value) {
        dossierEvents.pipeInput(record(key, value, new RecordHeaders()));
    }

    <V extends SpecificRecord> void reference(Topic<V> topic, String key, V value) {
        driver.createInputTopic(
                        topic.name(), new StringSerializer(), serdes.of(topic).serializer())
                .pipeInput(key, value);
    }

    /** The latest record of each dossier since the last call. */
    Map<String, DossierRecord> records() {
        return records.readKeyValuesToMap();
    }

    List<Receipt> receipts() {
        return receipts.readValuesToList();
    }

    List<Outcome> outcomes() {
        return receipts().stream().map(Receipt::getOutcome).toList();
    }

    List<String> codes() {
        return receipts().stream().map(Receipt::getCode).toList();
    }

    List<QuarantinedRecord> quarantine() {
        return quarantine.readValuesToList();
    }

    /** The latest entry of each input partition, after the time at which entries are sent. */
    Map<String, LedgerEntry> ledger() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        return ledger.readKeyValuesToMap();
    }

    <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
        return serdes.of(topic).serializer().serialize(topic.name(), value);
    }

    /** Keys and values of all that is in the history. */
    long historyBytes() {
        long bytes = 0;
        KeyValueStore<Bytes, byte[]> history = driver.getKeyValueStore(DossierSyncTopology.HISTORY_STORE);
        try (KeyValueIterator<Bytes, byte[]> all = history.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                bytes += entry.key.get().length + entry.value.length;
            }
        }
        return bytes;
    }

    @Override
    public void close() {
        driver.close();
    }

    private static TestRecord<byte[], byte[]> record(String key, byte[] value, Headers headers) {
        return new TestRecord<>(key.getBytes(UTF_8), value, headers, RECEIVED_AT);
    }

    private <V extends SpecificRecord> TestOutputTopic<String, V> output(Topic<V> topic) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(topic).deserializer());
    }
}

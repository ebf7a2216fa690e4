package org.lienthong.producers.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.producers.redrive.RedriveResult.Failed;
import org.lienthong.producers.redrive.RedriveResult.Sent;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.RedriveHeaders;
import org.lienthong.schemas.topic.Topics;

class RedriverTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-07-02T03:04:05Z"), ZoneOffset.UTC);
    private static final byte[] KEY = bytes("H36.25-250701-0001");

    /** Neither Avro nor text: a redrive does not ask what it sends. */
    private static final byte[] VALUE = {0, 1, (byte) 0xff, 'x'};

    private static Redriver redriver;

    @BeforeAll
    static void start() {
        BROKER.create(Topics.DOSSIER_EVENTS, Topics.AGENCY_READINESS);
        redriver = new Redriver(BROKER.kafka(), CLOCK);
    }

    @AfterAll
    static void stop() {
        redriver.close();
    }

    @Test
    void theBytesGoBackUnchangedToThePartitionOfTheirKey() {
        Sent sent = sent(record(5, KEY, VALUE, Map.of("ce_id", bytes("e-1"))));

        assertThat(sent.origin()).isEqualTo(new Origin("dossier.events", 0, 5L));
        assertThat(sent.to().getPartition()).isEqualTo(BuiltInPartitioner.partitionForKey(KEY, 4));
        ConsumerRecord<byte[], byte[]> read = read(sent.to());
        assertThat(read.key()).isEqualTo(KEY);
        assertThat(read.value()).isEqualTo(VALUE);
        assertThat(headers(read))
                .containsExactly(
                        "ce_id=e-1", "lt_redrive_of=dossier.events-0-5", "lt_redriven_at=2025-07-02T03:04:05Z");
    }

    @Test
    void aRecordThatIsRedrivenAgainStillSaysTheFirstPlaceOnce() {
        ConsumerRecord<byte[], byte[]> first =
                read(sent(record(6, KEY, VALUE, Map.of())).to());
        Origin again = new Origin(first.topic(), first.partition(), first.offset());
        RedriveRecord second = new RedriveRecord(
                again, first.key(), first.value(), Map.of(RedriveHeaders.REDRIVE_OF, bytes("dossier.events-0-6")));

        ConsumerRecord<byte[], byte[]> read = read(sent(second).to());

        assertThat(headers(read))
                .containsExactly("lt_redrive_of=dossier.events-0-6", "lt_redriven_at=2025-07-02T03:04:05Z");
        assertThat(read.value()).isEqualTo(VALUE);
    }

    @Test
    void whatWasMendedGoesInItsPlace() {
        byte[] key = bytes("H36.25-250701-0002");
        RedriveRecord mended = record(7, KEY, VALUE, Map.of("ce_id", bytes("wrong")))
                .withKey(key)
                .withValue(bytes("mended"))
                .withoutHeader("ce_id");

        ConsumerRecord<byte[], byte[]> read = read(sent(mended).to());

        assertThat(read.partition()).isEqualTo(BuiltInPartitioner.partitionForKey(key, 4));
        assertThat(read.key()).isEqualTo(key);
        assertThat(read.value()).isEqualTo(bytes("mended"));
        assertThat(headers(read)).first().isEqualTo("lt_redrive_of=dossier.events-0-7");
    }

    @Test
    void aRecordWithoutKeyOrValueGoesAsItCame() {
        ConsumerRecord<byte[], byte[]> read =
                read(sent(record(8, null, null, Map.of())).to());

        assertThat(read.key()).isNull();
        assertThat(read.value()).isNull();
    }

    @Test
    void aValueNearTheLimitOfTheTopicGoesThrough() {
        byte[] random = new byte[(1 << 20) - 500];
        new Random(1).nextBytes(random);
        byte[] compressible = new byte[2 << 20];
        Arrays.fill(compressible, (byte) 'x');

        assertThat(read(sent(record(9, KEY, random, Map.of())).to()).value()).isEqualTo(random);
        assertThat(read(sent(record(10, KEY, compressible, Map.of())).to()).value())
                .isEqualTo(compressible);
    }

    @Test
    void eachRecordFailsByItselfWithAMessageForAPerson() {
        byte[] large = new byte[2 << 20];
        new Random(2).nextBytes(large);
        Origin gone = new Origin("no.such.topic", 0, 1L);

        List<RedriveResult> results = redriver.send(List.of(
                record(11, KEY, large, Map.of()),
                new RedriveRecord(gone, KEY, VALUE, Map.of()),
                record(12, KEY, new byte[Topics.LARGEST_RECORD_BYTES], Map.of()),
                new RedriveRecord(new Origin("agency.readiness", 0, 2L), null, VALUE, Map.of()),
                record(13, KEY, VALUE, Map.of())));

        assertThat(codes(results))
                .containsExactly(
                        "REDRIVE_TOO_LARGE", "REDRIVE_TOPIC_GONE", "REDRIVE_TOO_LARGE", "REDRIVE_FAILED", "sent");
        assertThat(problem(results.get(0))).contains("2097170", "dossier.events", "max.message.bytes");
        assertThat(problem(results.get(1))).contains("no.such.topic", "topics apply");
        assertThat(results).extracting(RedriveResult::origin).element(1).isEqualTo(gone);
        assertThat(problem(results.get(3))).contains("agency.readiness");
    }

    private static RedriveRecord record(long offset, byte[] key, byte[] value, Map<String, byte[]> headers) {
        return new RedriveRecord(new Origin("dossier.events", 0, offset), key, value, headers);
    }

    private static Sent sent(RedriveRecord record) {
        return (Sent) redriver.send(List.of(record)).get(0);
    }

    private static List<String> codes(List<RedriveResult> results) {
        return results.stream()
                .map(result ->
                        result instanceof Failed failed ? failed.problem().code() : null)
                .map(code -> code == null ? "sent" : code.name())
                .toList();
    }

    private static String problem(RedriveResult result) {
        assertThat(ProblemCode.values()).contains(((Failed) result).problem().code());
        return ((Failed) result).problem().toString();
    }

    private static ConsumerRecord<byte[], byte[]> read(Origin place) {
        Map<String, Object> config = BROKER.kafka().clientConfig();
        TopicPartition partition = new TopicPartition(place.getTopic(), place.getPartition());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, place.getOffset());
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    return record;
                }
            }
        }
        throw new AssertionError("nothing at " + place);
    }

    private static List<String> headers(ConsumerRecord<?, ?> record) {
        List<String> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(header.key() + "=" + new String(header.value(), UTF_8));
        }
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}

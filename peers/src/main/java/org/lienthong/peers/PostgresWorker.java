package org.lienthong.peers;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lienthong.benchmarks.engines.Job;
import org.lienthong.peers.DossierState.Event;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.record.EventOrder;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.unit.StatisticsTable;

/** One thread with its share of the partitions: a batch of events is a transaction. */
final class PostgresWorker implements Runnable {

    private static final Duration POLL = Duration.ofMillis(100);
    /** About as many as a transaction manages in a second. */
    private static final int BATCH = 10_000;

    private final Rules rules = new Rules();
    private final KafkaConsumer<String, byte[]> consumer;
    private final DataSource database;
    private final List<TopicPartition> partitions = new ArrayList<>();

    PostgresWorker(Job job, int number, String group, DataSource database) {
        this.database = database;
        Map<String, Object> config = job.kafka().clientConfig();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        for (String topic : List.of(Topics.DOSSIER_EVENTS.name(), Topics.PERMIT_EVENTS.name())) {
            consumer.partitionsFor(topic).stream()
                    .filter(partition -> partition.partition() % job.threads() == number)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
    }

    @Override
    public void run() {
        try (consumer;
                Connection connection = database.getConnection()) {
            PostgresTables tables = new PostgresTables(connection, rules);
            consumer.assign(partitions);
            Map<TopicPartition, Long> offsets = tables.offsets();
            partitions.forEach(partition -> consumer.seek(partition, offsets.getOrDefault(partition, 0L)));
            while (!Thread.currentThread().isInterrupted()) {
                List<Arrival> batch = poll();
                if (!batch.isEmpty()) {
                    merge(batch, tables);
                    commit(tables);
                }
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt(); // the end
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Arrival(Event event, Fact fact) {}

    /** A batch, or what there is. */
    private List<Arrival> poll() {
        List<Arrival> batch = new ArrayList<>(BATCH);
        ConsumerRecords<String, byte[]> records;
        do {
            records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> input : records) {
                Event event = new Event(input.topic().equals(Topics.PERMIT_EVENTS.name()), input.value());
                batch.add(new Arrival(event, rules.read(event)));
            }
        } while (!records.isEmpty() && batch.size() < BATCH);
        return batch;
    }

    private void merge(List<Arrival> batch, PostgresTables tables) throws SQLException {
        Set<String> codes = new HashSet<>();
        batch.forEach(arrival -> codes.add(arrival.fact().dossierCode()));
        Map<String, DossierRecord> records = tables.records(codes);
        // Only what is late needs to know what came before.
        Map<String, List<Event>> histories = tables.events(late(batch, records));
        Map<String, DossierState> dossiers = new HashMap<>();
        StatisticsTable statistics = new StatisticsTable(rules.units());
        Map<String, DossierContribution> before = new HashMap<>();
        records.forEach((code, record) -> {
            dossiers.put(code, new DossierState(record, histories.getOrDefault(code, new ArrayList<>())));
            before.put(code, rules.contribution(record));
        });
        Set<String> changed = new HashSet<>();
        for (Arrival arrival : batch) {
            String code = arrival.fact().dossierCode();
            DossierState dossier = dossiers.computeIfAbsent(code, absent -> new DossierState());
            if (dossier.apply(arrival.event(), arrival.fact(), rules)) {
                changed.add(code);
                tables.addEvent(code, arrival.event());
            }
        }
        for (String code : changed) {
            DossierRecord record = requireNonNull(dossiers.get(code)).record();
            tables.putRecord(record);
            DossierContribution now = rules.contribution(record);
            DossierContribution earlier = before.get(code);
            if (!now.equals(earlier)) {
                if (earlier != null) {
                    statistics.add(earlier, -1);
                }
                statistics.add(now, 1);
            }
        }
        statistics.drain(tables::addFigures);
    }

    /** Dossiers of which an event comes that is not after all before it. */
    private static Set<String> late(List<Arrival> batch, Map<String, DossierRecord> records) {
        Map<String, EventOrder> last = new HashMap<>();
        records.forEach((code, record) -> last.put(code, EventOrder.lastOf(record)));
        Set<String> late = new HashSet<>();
        for (Arrival arrival : batch) {
            EventOrder order = arrival.fact().order();
            if (last.merge(arrival.fact().dossierCode(), order, (a, b) -> a.compareTo(b) >= 0 ? a : b) != order) {
                late.add(arrival.fact().dossierCode());
            }
        }
        return late;
    }

    private void commit(PostgresTables tables) throws SQLException {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            offsets.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
        tables.commit(offsets);
        consumer.commitAsync(offsets, null);
    }
}

package org.lienthong.peers;

import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedTable;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.lienthong.benchmarks.engines.Engine;
import org.lienthong.benchmarks.engines.Job;
import org.lienthong.peers.DossierState.Event;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;

/**
 * Kafka Streams as its guides show it: tables of the DSL, with the settings as they come. Dossiers are grouped by unit,
 * communes by district and districts by province; each table has its store, its changelog and its repartition topic.
 */
public class DslEngine implements Engine {

    private static final Serde<String> KEYS = Serdes.String();

    private final Serde<UnitStatistics> figures = Rules.own().serdes().of(Topics.UNIT_STATISTICS);

    @Override
    public String name() {
        return "dsl";
    }

    @Override
    public Output output() {
        return Output.TOPICS;
    }

    @Override
    public Running start(Job job) {
        Properties config = new Properties();
        config.putAll(job.kafka().clientConfig());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, name());
        config.put(StreamsConfig.STATE_DIR_CONFIG, job.directory().toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, job.threads());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, Job.COMMIT_INTERVAL.toMillis());
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        tune(config);
        KafkaStreams streams = new KafkaStreams(topology(config), config);
        streams.start();
        return streams::close;
    }

    /** Leaves everything else as it comes. */
    void tune(Properties config) {}

    private Topology topology(Properties config) {
        Rules rules = Rules.own();
        StreamsBuilder builder = new StreamsBuilder();
        KTable<String, DossierState> dossiers = events(builder, Topics.DOSSIER_EVENTS.name(), false)
                .merge(events(builder, Topics.PERMIT_EVENTS.name(), true))
                .groupByKey()
                .aggregate(
                        DossierState::new,
                        // In place: the record cache holds bytes, and what was there before is read anew from them.
                        (code, event, state) -> state.with(event, Rules.own()),
                        Materialized.with(KEYS, new DossierStateSerde()));
        dossiers.toStream()
                .mapValues(DossierState::record)
                .to(
                        Topics.DOSSIER_RECORDS.name(),
                        Produced.with(KEYS, rules.serdes().of(Topics.DOSSIER_RECORDS)));
        KTable<String, UnitStatistics> byUnit = sum(dossiers.groupBy(
                (code, state) -> keyed(Rules.own().figures(state.record())), Grouped.with(KEYS, figures)));
        KTable<String, UnitStatistics> byDistrict = sum(lift(byUnit, UnitLevel.COMMUNE));
        KTable<String, UnitStatistics> byProvince = sum(lift(byDistrict, UnitLevel.DISTRICT));
        write(byUnit.toStream().filter((key, sum) -> sum.getLevel() == UnitLevel.COMMUNE || sum.getLevel() == null));
        write(byDistrict.toStream().filter((key, sum) -> sum.getLevel() == UnitLevel.DISTRICT));
        write(byProvince.toStream().filter((key, sum) -> sum.getLevel() == UnitLevel.PROVINCE));
        return builder.build(config);
    }

    private static KStream<String, Event> events(StreamsBuilder builder, String topic, boolean permits) {
        return builder.stream(topic, Consumed.with(KEYS, Serdes.ByteArray()))
                .mapValues(value -> new Event(permits, value));
    }

    private KGroupedTable<String, UnitStatistics> lift(KTable<String, UnitStatistics> sums, UnitLevel level) {
        return sums.groupBy((key, sum) -> keyed(Figures.lifted(sum, level, Rules.own())), Grouped.with(KEYS, figures));
    }

    private KTable<String, UnitStatistics> sum(KGroupedTable<String, UnitStatistics> parts) {
        return parts.aggregate(
                () -> null,
                (key, part, sum) -> Figures.add(sum, part, 1),
                (key, part, sum) -> Figures.add(sum, part, -1),
                Materialized.with(KEYS, figures));
    }

    private void write(KStream<String, UnitStatistics> sums) {
        sums.to(Topics.UNIT_STATISTICS.name(), Produced.with(KEYS, figures));
    }

    private static KeyValue<String, UnitStatistics> keyed(UnitStatistics part) {
        return KeyValue.pair(Figures.key(part), part);
    }
}

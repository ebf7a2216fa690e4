package org.lienthong.app.guarantees;

import static org.apache.kafka.streams.KeyValue.pair;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.runtime.streams.StateKeeping;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Trace;
import org.lienthong.streams.unit.Detail;
import org.lienthong.streams.unit.UnitCountStage;
import org.lienthong.streams.unit.UnitRollupTopology;

/**
 * What an input comes to when nothing goes wrong, without a broker: the fold over the distinct events of each dossier,
 * and the figures of these records.
 *
 * @param sound records sent that are events, doubles included
 * @param wrong records sent that are none
 * @param records by dossier code
 * @param statistics by key of unit.statistics
 */
record CleanRun(
        long sound,
        long wrong,
        Map<String, Encoded<DossierRecord>> records,
        Map<String, Encoded<UnitStatistics>> statistics) {

    /** @param directory for the state of the topologies */
    static CleanRun of(Input input, Path directory) {
        AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
        Map<String, Encoded<DossierRecord>> records = new TreeMap<>();
        input.facts()
                .collect(Collectors.groupingBy(Fact::dossierCode, Collectors.toCollection(LinkedHashSet::new)))
                .forEach(
                        (code, facts) -> records.put(code, Encoded.of(fold(facts), serdes.of(Topics.DOSSIER_RECORDS))));
        Map<String, Encoded<UnitStatistics>> statistics = new TreeMap<>();
        new Figures(serdes, directory)
                .of(records)
                .forEach((key, value) -> statistics.put(key, Encoded.of(value, serdes.of(Topics.UNIT_STATISTICS))));
        return new CleanRun(input.facts().count(), input.wrongRecords(), records, statistics);
    }

    private static DossierRecord fold(Set<Fact> distinct) {
        List<Fact> facts = new ArrayList<>(distinct);
        facts.sort((a, b) -> a.order().compareTo(b.order()));
        RecordFold fold = new RecordFold(new DiLinhReference(), Trace.NONE);
        DossierRecord record = RecordFold.blank(facts.get(0));
        facts.forEach(fact -> fold.apply(record, fact));
        return record;
    }

    /** Both stages of the roll-up, one after the other, each in one partition. */
    private record Figures(AvroSerdes serdes, Path directory) {

        private static final Duration FLUSH = Duration.ofSeconds(1);

        Map<String, UnitStatistics> of(Map<String, Encoded<DossierRecord>> records) {
            List<KeyValue<String, UnitPartial>> partials;
            Clock clock = Clock.fixed(DiLinhYear.END, ZoneOffset.UTC);
            try (TopologyTestDriver count = driver("count", count(clock))) {
                pipe(count, Topics.REF_UNITS, units());
                pipe(
                        count,
                        Topics.DOSSIER_RECORDS,
                        records.entrySet().stream()
                                .map(record ->
                                        pair(record.getKey(), record.getValue().value()))
                                .toList());
                count.advanceWallClockTime(FLUSH);
                partials = read(count, Topics.UNIT_PARTIALS);
            }
            try (TopologyTestDriver rollup = driver(UnitRollupTopology.NAME, UnitRollupTopology.build(serdes))) {
                pipe(rollup, Topics.REF_UNITS, units());
                pipe(rollup, Topics.UNIT_PARTIALS, partials);
                rollup.advanceWallClockTime(FLUSH);
                return read(rollup, Topics.UNIT_STATISTICS).stream()
                        .collect(Collectors.toMap(kv -> kv.key, kv -> kv.value, (earlier, later) -> later));
            }
        }

        private Topology count(Clock clock) {
            Topology topology = new Topology()
                    .addSource(
                            "read-dossier-records",
                            new StringDeserializer(),
                            serdes.of(Topics.DOSSIER_RECORDS).deserializer(),
                            Topics.DOSSIER_RECORDS.name());
            UnitCountStage.addTo(topology, serdes, clock, StateKeeping.ROCKSDB, Detail.CELLS, "read-dossier-records");
            return topology;
        }

        private static List<KeyValue<String, Unit>> units() {
            return ReferenceData.diLinh().units().stream()
                    .map(unit -> pair(ReferenceData.key(unit), unit))
                    .toList();
        }

        private TopologyTestDriver driver(String name, Topology topology) {
            Properties config = new Properties();
            config.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
            config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
            return new TopologyTestDriver(topology, config);
        }

        private <V extends SpecificRecord> void pipe(
                TopologyTestDriver driver, Topic<V> topic, List<KeyValue<String, V>> values) {
            driver.createInputTopic(
                            topic.name(),
                            new StringSerializer(),
                            serdes.of(topic).serializer())
                    .pipeKeyValueList(values);
        }

        private <V extends SpecificRecord> List<KeyValue<String, V>> read(TopologyTestDriver driver, Topic<V> topic) {
            return driver.createOutputTopic(
                            topic.name(),
                            new StringDeserializer(),
                            serdes.of(topic).deserializer())
                    .readKeyValuesToList();
        }
    }
}

package org.lienthong.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.DeadlineSettings;
import org.lienthong.streams.dossier.DossierSyncTopology;
import org.lienthong.streams.dossier.MergeSettings;
import org.lienthong.streams.unit.UnitRollupTopology;

/** Data flows one way: read off the topologies themselves. */
class OneWayTest {

    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
    private final Map<String, Topology> jobs = Map.of(
            DossierSyncTopology.NAME,
            DossierSyncTopology.build(serdes, MergeSettings.DEFAULTS, Clock.systemUTC(), DeadlineSettings.DEFAULTS),
            UnitRollupTopology.NAME,
            UnitRollupTopology.build(serdes));

    @Test
    void noJobWritesATopicThatItReads() {
        jobs.forEach((name, topology) -> {
            Set<String> both = new HashSet<>(sources(topology));
            both.retainAll(sinks(topology));
            assertThat(both).as("topics that %s both reads and writes", name).isEmpty();
        });
    }

    @Test
    void everyTopicHasTheOneWriterThatTheCatalogueNames() {
        Map<String, String> writers = new HashMap<>();
        jobs.forEach((name, topology) -> sinks(topology)
                .forEach(topic -> assertThat(writers.put(topic, name))
                        .as("second writer of %s", topic)
                        .isNull()));

        assertThat(writers)
                .allSatisfy((topic, writer) -> assertThat(Topics.all())
                        .filteredOn(t -> t.name().equals(topic))
                        .singleElement()
                        .satisfies(t -> assertThat(t.owner()).isEqualTo(writer)));
    }

    private static Set<String> sources(Topology topology) {
        Set<String> topics = new HashSet<>();
        TopologyDescription description = topology.describe();
        description.globalStores().forEach(g -> topics.addAll(g.source().topicSet()));
        description
                .subtopologies()
                .forEach(sub -> sub.nodes().stream()
                        .filter(Source.class::isInstance)
                        .forEach(node -> topics.addAll(((Source) node).topicSet())));
        return topics;
    }

    private static Set<String> sinks(Topology topology) {
        Set<String> topics = new HashSet<>();
        topology.describe()
                .subtopologies()
                .forEach(sub -> sub.nodes().stream()
                        .filter(Sink.class::isInstance)
                        .forEach(node -> topics.add(((Sink) node).topic())));
        return topics;
    }
}

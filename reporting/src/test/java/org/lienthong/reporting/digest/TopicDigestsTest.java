package org.lienthong.reporting.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.testing.Publisher;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** Two runs that come to the same by other ways, with other schema ids. */
class TopicDigestsTest {

    @RegisterExtension
    static final BrokerExtension FIRST = new BrokerExtension();

    @RegisterExtension
    static final BrokerExtension SECOND = new BrokerExtension();

    @Test
    void twoRunsToTheSameResultsHaveTheSameDigests() {
        LocalSchemaRegistry first = new LocalSchemaRegistry();
        LocalSchemaRegistry second = new LocalSchemaRegistry();
        // Ids are given in order of registration: here records and statistics get others.
        for (Topic<?> topic : Topics.all()) {
            second.register(topic.valueSubject(), topic.schema());
        }
        FIRST.create(Topics.DOSSIER_RECORDS, Topics.UNIT_STATISTICS);
        SECOND.create(Topics.DOSSIER_RECORDS, Topics.UNIT_STATISTICS);
        UnitStatistics sum = statistics("25000", 40);
        UnitStatistics nothing = statistics("25007", 0);
        try (Publisher publisher = new Publisher(FIRST.kafka(), first)) {
            publisher.inTransaction(() -> {
                publisher.send(Topics.DOSSIER_RECORDS, "A", Samples.dossier("A", 1));
                publisher.send(Topics.DOSSIER_RECORDS, "B", Samples.dossier("B", 3));
                publisher.send(Topics.DOSSIER_RECORDS, "A", Samples.dossier("A", 2));
                publisher.send(Topics.UNIT_STATISTICS, Samples.key(nothing), statistics("25007", 5));
                publisher.send(Topics.UNIT_STATISTICS, Samples.key(nothing), nothing);
                publisher.send(Topics.UNIT_STATISTICS, Samples.key(sum), sum);
            });
        }
        TopicDigests here = new TopicDigests(FIRST.kafka(), first);
        TopicDigests there = new TopicDigests(SECOND.kafka(), second);
        try (Publisher publisher = new Publisher(SECOND.kafka(), second)) {
            publisher.inTransaction(() -> {
                publisher.send(Topics.DOSSIER_RECORDS, "B", Samples.dossier("B", 3));
                publisher.send(Topics.UNIT_STATISTICS, Samples.key(sum), sum);
            });
            assertThat(there.records()).isNotEqualTo(here.records());
            publisher.inTransaction(() -> publisher.send(Topics.DOSSIER_RECORDS, "A", Samples.dossier("A", 2)));

            assertThat(there.records()).isEqualTo(here.records());
            assertThat(there.statistics()).isEqualTo(here.statistics());
            assertThat(here.records().count()).isEqualTo(2);
            assertThat(here.statistics().count()).isEqualTo(1);

            publisher.inTransaction(() -> publisher.send(Topics.DOSSIER_RECORDS, "A", Samples.dossier("A", 4)));
            assertThat(there.records()).isNotEqualTo(here.records());
        }
    }

    private static UnitStatistics statistics(String unit, long received) {
        return Samples.statistics(unit, Samples.REFORM, Sector.CONSTRUCTION, "2025-07", UnitLevel.COMMUNE, received);
    }
}

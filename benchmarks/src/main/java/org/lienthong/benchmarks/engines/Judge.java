package org.lienthong.benchmarks.engines;

import java.io.IOException;
import org.lienthong.reporting.digest.TopicDigests;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.registry.SchemaRegistryClient;

/** Compares what an engine left behind with what must be there, to the last record and figure. */
final class Judge {

    private Judge() {}

    /** What is wrong with the results, or nothing. */
    static String verdict(Engine engine, Child child, KafkaSettings kafka, Expected expected)
            throws IOException, InterruptedException {
        Digests right = Digests.parse(expected.digests());
        Digests found;
        if (engine.output() == Engine.Output.OWN) {
            found = Digests.parse(child.ask("digests"));
        } else {
            try (SchemaRegistryClient registry = Job.registry()) {
                TopicDigests topics = new TopicDigests(kafka, registry);
                if (engine.output() == Engine.Output.RECORDS) {
                    right = right.withoutStatistics();
                    found = new Digests(topics.records(), right.statistics());
                } else {
                    found = new Digests(topics.records(), topics.statistics());
                }
            }
        }
        return found.equals(right) ? "" : "WRONG: " + found.text() + " instead of " + right.text();
    }
}

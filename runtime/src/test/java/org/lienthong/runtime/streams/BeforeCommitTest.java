package org.lienthong.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeforeCommitTest {

    @TempDir
    Path state;

    @Test
    void whatIsGatheredIsSentWithTheCommitThroughOneProcessorAfterTheOther() {
        Topology topology = new Topology()
                .addSource("read", new StringDeserializer(), new StringDeserializer(), "in")
                .addProcessor("first", () -> new Gathering("first-commit"), "read")
                .addStateStore(BeforeCommit.store("first-commit"), "first")
                .addProcessor("second", () -> new Gathering("second-commit"), "first")
                .addStateStore(BeforeCommit.store("second-commit"), "second")
                .addSink("write", "out", new StringSerializer(), new StringSerializer(), "second");
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "gathering");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, config)) { // commits after every record
            var in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
            var out = driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());

            in.pipeInput("k", "a");
            assertThat(out.readValuesToList()).containsExactly("second-commit of first-commit of a");
            in.pipeInput("k", "b");
            assertThat(out.readValuesToList()).containsExactly("second-commit of first-commit of b");
        }
    }

    /** Says of each value that it went through, and sends nothing before a commit. */
    private static final class Gathering implements Processor<String, String, String, String> {

        private final String store;
        private final List<Record<String, String>> gathered = new ArrayList<>();

        Gathering(String store) {
            this.store = store;
        }

        @Override
        public void init(ProcessorContext<String, String> context) {
            BeforeCommit commit = context.getStateStore(store);
            commit.act(context, () -> {
                gathered.forEach(record -> context.forward(record.withValue(store + " of " + record.value())));
                gathered.clear();
            });
        }

        @Override
        public void process(Record<String, String> record) {
            gathered.add(record);
        }
    }
}

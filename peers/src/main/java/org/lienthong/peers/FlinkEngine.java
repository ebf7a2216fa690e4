package org.lienthong.peers;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.lienthong.benchmarks.engines.Engine;
import org.lienthong.benchmarks.engines.Job;
import org.lienthong.schemas.topic.Topics;

/** Apache Flink within this process: state on the heap; results and offsets are committed with each checkpoint. */
public class FlinkEngine implements Engine {

    @Override
    public String name() {
        return "flink";
    }

    @Override
    public Output output() {
        return Output.TOPICS;
    }

    /** What Flink's own scripts open, and libraries that must be found before those of the same name. */
    @Override
    public List<String> jvmOptions() {
        List<String> options = new ArrayList<>(
                List.of("-cp", libraries() + "/*" + File.pathSeparator + System.getProperty("java.class.path")));
        for (String name : List.of("lang", "net", "io", "nio", "text", "time", "util", "util.concurrent")) {
            options.add("--add-opens=java.base/java." + name + "=ALL-UNNAMED");
        }
        return options;
    }

    /** Beside the jar of this class, where the build has put them. */
    private static Path libraries() {
        try {
            return Path.of(FlinkEngine.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling("flink");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Running start(Job job) throws Exception {
        StreamExecutionEnvironment flow =
                StreamExecutionEnvironment.createLocalEnvironment(job.threads(), settings(job));
        build(flow, job);
        JobClient running = flow.executeAsync(name());
        running.getJobExecutionResult().whenComplete((done, failure) -> {
            if (failure != null && !(failure.getCause() instanceof JobCancellationException)) {
                failure.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        return () -> running.cancel().get();
    }

    /** Where the state is while it is worked with. */
    void keepState(Configuration config, Path directory) {
        config.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    }

    private Configuration settings(Job job) throws IOException {
        Path checkpoints = Files.createDirectories(job.directory().resolve("checkpoints"));
        Configuration config = new Configuration();
        config.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Job.COMMIT_INTERVAL);
        config.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        config.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        // Trouble is to be seen, not to be survived.
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        config.set(PipelineOptions.OBJECT_REUSE, true);
        config.set(PipelineOptions.GENERIC_TYPES, false);
        config.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        last(checkpoints)
                .ifPresent(checkpoint -> config.set(
                        StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString()));
        keepState(config, job.directory());
        return config;
    }

    /** The last checkpoint of the run before. */
    private static Optional<Path> last(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.walk(checkpoints)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(Path::getParent);
        }
    }

    private void build(StreamExecutionEnvironment flow, Job job) {
        KafkaSource<Tuple3<String, Boolean, byte[]>> events = KafkaSource.<Tuple3<String, Boolean, byte[]>>builder()
                .setBootstrapServers(job.kafka().bootstrapServers())
                .setGroupId(name())
                .setTopics(Topics.DOSSIER_EVENTS.name(), Topics.PERMIT_EVENTS.name())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new FlinkTypes.Events())
                .build();
        SingleOutputStreamOperator<Tuple2<String, byte[]>> records = flow.fromSource(
                        events, WatermarkStrategy.noWatermarks(), "events")
                .keyBy(event -> event.f0)
                .transform("merge", FlinkTypes.KEYED_BYTES, new FlinkMerge());
        records.sinkTo(sink(job, Topics.DOSSIER_RECORDS.name()));
        records.getSideOutput(FlinkMerge.FIGURES)
                .keyBy(change -> change.f0)
                .process(new FlinkSum())
                .returns(FlinkTypes.KEYED_BYTES)
                .sinkTo(sink(job, Topics.UNIT_STATISTICS.name()));
    }

    private KafkaSink<Tuple2<String, byte[]>> sink(Job job, String topic) {
        return KafkaSink.<Tuple2<String, byte[]>>builder()
                .setBootstrapServers(job.kafka().bootstrapServers())
                .setRecordSerializer(KafkaRecordSerializationSchema.<Tuple2<String, byte[]>>builder()
                        .setTopic(topic)
                        .setKeySerializationSchema(new FlinkTypes.Key())
                        .setValueSerializationSchema(new FlinkTypes.Value())
                        .build())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setTransactionalIdPrefix(name() + "-" + topic)
                // Below the 15 minutes that a broker grants.
                .setProperty(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "600000")
                .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, String.valueOf(128 << 10))
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, "20")
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                .build();
    }
}

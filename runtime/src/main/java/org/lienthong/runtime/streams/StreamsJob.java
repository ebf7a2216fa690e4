package org.lienthong.runtime.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.lienthong.runtime.job.Job;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.registry.RegistryUnavailableException;
import org.lienthong.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology, exactly once. Trouble that passes (broker or registry away) restarts the thread that met it, which
 * resumes from its last commit; anything else stops the job with a clear message instead of looping.
 */
public final class StreamsJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsJob.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final String name;
    private final KafkaStreams streams;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile @Nullable Throwable lastTrouble;

    /**
     * @param name application id: names the consumer group, the changelogs and the directory of the state
     * @param stateDirectory parent of the local state; may be lost, it is rebuilt from the changelogs
     */
    public StreamsJob(
            String name, Topology topology, KafkaSettings kafka, StreamsSettings settings, Path stateDirectory) {
        this.name = name;
        this.streams = new KafkaStreams(topology, config(name, kafka, settings, stateDirectory));
        streams.setUncaughtExceptionHandler(this::onException);
        streams.setStateListener(this::onState);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public boolean isReady() {
        return streams.state() == State.RUNNING;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        // Leaving lets the next start, or the other instances, go on at once instead of after the session's timeout.
        if (!streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP))) {
            LOG.warn("job did not stop in time name={} timeout={}", name, CLOSE_TIMEOUT);
        }
    }

    private void onState(State now, State before) {
        LOG.debug("job state name={} from={} to={}", name, before, now);
        if (now == State.ERROR) {
            // The thread of the global tables cannot be replaced: whatever it meets ends the job.
            Throwable trouble = lastTrouble;
            failure.compareAndSet(null, trouble == null ? new StreamsException("job gave up") : trouble);
        }
    }

    private StreamThreadExceptionResponse onException(Throwable thrown) {
        lastTrouble = thrown;
        if (passes(thrown)) {
            LOG.warn(
                    "job interrupted, resumes from its last commit name={} cause={}",
                    name,
                    root(thrown).toString());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("job stopped name={}", name, thrown);
        failure.compareAndSet(null, thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static boolean passes(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            // A transaction that the broker gave up is in an invalid state for the one who still writes to it.
            if (t instanceof RetriableException
                    || t instanceof InvalidTxnStateException
                    || t instanceof RegistryUnavailableException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable thrown) {
        Throwable t = thrown;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }

    private static Properties config(String name, KafkaSettings kafka, StreamsSettings settings, Path stateDirectory) {
        Properties config = new Properties();
        config.putAll(kafka.clientConfig());
        config.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                name,
                StreamsConfig.CLIENT_ID_CONFIG,
                name,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.STATE_DIR_CONFIG,
                stateDirectory.toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                settings.threads(),
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis(),
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                (long) settings.recordCacheMegabytes() << 20,
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                BoundedRocksDb.class,
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                true));
        // Of two topics the older record comes first, as far as the broker has it, and nobody waits for more. Permits
        // read ahead of the dossiers' events would make each of these a late one, to be folded anew.
        config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // How soon an instance that joined is given its share, once it has read the state: the least that there is.
        config.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
        // How far behind it may then be, in changelog entries. While a backlog is worked off the end runs away from it:
        // with the default of 10,000 it would get nothing. What is left is read before the task goes on.
        config.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 200_000L);
        // How soon the tasks of an instance that died are taken over.
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2000);
        // A third less than lz4 on disks and on the slow lines of who follows, for up to a tenth of the rate.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), 1);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.LARGEST_RECORD_BYTES);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        config.putAll(settings.properties());
        return config;
    }
}

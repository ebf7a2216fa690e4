package org.lienthong.registry.storage;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.registry.catalog.Entry;
import org.lienthong.registry.catalog.EntryLog;
import org.lienthong.registry.catalog.RegistryException;
import org.lienthong.runtime.settings.KafkaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log on a compacted Kafka topic. The registry that started last is its writer; one that was fenced steps down: it
 * goes on following, so that its answers stay right, and refuses to write until it is started again.
 */
public final class KafkaLog implements EntryLog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaLog.class);
    private static final int REQUEST_MILLIS = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Admin admin;
    private final SchemasTopic topic;
    private final LogWriter writer;
    private final Map<String, Object> consumerConfig;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable LogFollower follower;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile boolean ready;
    private volatile boolean fenced;

    /**
     * @param topic created where it is missing; Confluent's registry calls it {@code _schemas}
     * @param replicationFactor of the topic when it is created; -1 leaves it to the broker's default
     */
    public KafkaLog(KafkaSettings kafka, String topic, int replicationFactor) {
        this.admin = Admin.create(adminConfig(kafka));
        this.topic = new SchemasTopic(admin, topic, replicationFactor);
        this.writer = new LogWriter(producerConfig(kafka, topic), topic);
        this.consumerConfig = consumerConfig(kafka);
    }

    @Override
    public void follow(Consumer<Entry> entries) {
        LogFollower created = new LogFollower(consumerConfig, topic.partition(), entries);
        follower = created;
        Thread following = new Thread(() -> run(created), "registry-log");
        thread = following;
        following.start();
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public synchronized void prepare() {
        requireWriter();
        if (!writer.isSettled()) {
            withKafka(() -> {
                writer.settle();
                awaitFollowed(topic.end());
            });
        }
    }

    @Override
    public synchronized void append(List<Entry> entries) {
        requireWriter();
        withKafka(() -> awaitFollowed(writer.append(entries)));
    }

    @Override
    public void close() {
        closing.countDown();
        LogFollower following = follower;
        if (following != null) {
            following.stop();
        }
        Thread running = thread;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        writer.close();
        admin.close();
    }

    private void run(LogFollower following) {
        try {
            OptionalLong start = open();
            if (start.isPresent()) {
                following.run(start.getAsLong(), this::announce);
            }
        } catch (RuntimeException e) {
            // The edge of the thread: whatever ended it is told to whoever asks for failure().
            failure = e;
            LOG.error("schema log cannot be followed topic={}", topic.name(), e);
        }
    }

    /** Takes over the log, however long the broker takes to be there; empty when closed meanwhile. */
    private OptionalLong open() {
        while (closing.getCount() > 0) {
            try {
                topic.ensure();
                writer.takeOver();
                return OptionalLong.of(topic.end());
            } catch (RetriableException e) {
                LOG.warn(
                        "schema log cannot be opened yet, trying again topic={} reason=\"{}\"",
                        topic.name(),
                        e.toString());
                rest();
            }
        }
        return OptionalLong.empty();
    }

    private void announce() {
        ready = true;
        LOG.info("schema log ready topic={}", topic.name());
    }

    private void rest() {
        try {
            closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void requireWriter() {
        if (!ready || failure != null) {
            throw RegistryException.notReady();
        }
        if (fenced) {
            throw RegistryException.notWriter(
                    "another registry has taken over the writing of %s: ask that one, or start this one again"
                            .formatted(topic.name()));
        }
    }

    private void awaitFollowed(long offset) {
        try {
            if (!requireNonNull(follower).await(offset, PATIENCE)) {
                throw new TimeoutException("the log did not come back in " + PATIENCE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void withKafka(Runnable action) {
        try {
            action.run();
        } catch (KafkaException e) {
            if (isFenced(e)) {
                fenced = true;
                LOG.error("another registry writes the schema log now, this one only reads topic={}", topic.name());
                requireWriter();
            }
            LOG.warn("schema log could not be written in time topic={}", topic.name(), e);
            throw RegistryException.timedOut(
                    "Kafka did not confirm the change in time (%s): it may have been stored or not; try again"
                            .formatted(e.getClass().getSimpleName()));
        }
    }

    private static boolean isFenced(@Nullable Throwable e) {
        return e != null
                && (e instanceof ProducerFencedException
                        || e instanceof InvalidProducerEpochException
                        || isFenced(e.getCause()));
    }

    private static Map<String, Object> adminConfig(KafkaSettings kafka) {
        Map<String, Object> config = kafka.clientConfig();
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        return config;
    }

    private static Map<String, Object> producerConfig(KafkaSettings kafka, String topic) {
        Map<String, Object> config = kafka.clientConfig();
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "schema-registry-" + topic);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        return config;
    }

    private static Map<String, Object> consumerConfig(KafkaSettings kafka) {
        Map<String, Object> config = kafka.clientConfig();
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // A log that lost its beginning must not be read as if it had none.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return config;
    }
}

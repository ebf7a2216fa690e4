package org.lienthong.runtime.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.lienthong.runtime.settings.KafkaSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Apache Kafka broker (KRaft, one node) in this process, on the loopback address. It is what {@code kafka.Kafka}
 * itself runs; its data outlives it, so that a second start in the same directory goes on where the first ended.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String HOST = "127.0.0.1";
    private static final int NODE_ID = 1;
    private static final String CONTROLLER_LISTENER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final KafkaSettings settings;

    private EmbeddedBroker(KafkaRaftServer server, KafkaSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Starts a broker and returns when it takes connections.
     *
     * @param directory where topics and metadata live; created and formatted when new
     * @param port client port, or 0 for a free one
     * @throws EmbeddedBrokerException when the directory cannot be used or a port is taken
     */
    public static EmbeddedBroker start(Path directory, int port) {
        int clientPort = port == 0 ? freePort() : port;
        KafkaSettings settings = new KafkaSettings(HOST + ":" + clientPort);
        format(directory);
        KafkaRaftServer server = new KafkaRaftServer(
                KafkaConfig.fromProps(config(directory, clientPort, freePort()), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (KafkaException | IllegalStateException e) {
            // Without this the server's own threads would keep the process alive.
            server.shutdown();
            throw new EmbeddedBrokerException(
                    "Kafka broker does not start on port " + clientPort + ", data " + directory, e);
        }
        LOG.info("broker ready address={} data={}", settings.bootstrapServers(), directory);
        return new EmbeddedBroker(server, settings);
    }

    public KafkaSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(directory);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName(CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .run();
        } catch (Exception e) { // the formatter declares no narrower type
            throw new EmbeddedBrokerException("cannot prepare the Kafka data directory " + directory, e);
        }
    }

    private static Properties config(Path directory, int clientPort, int controllerPort) {
        Properties config = new Properties();
        config.put("process.roles", "broker,controller");
        config.put("node.id", String.valueOf(NODE_ID));
        config.put("log.dirs", directory.toString());
        config.put("listeners", "CLIENT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, clientPort, HOST, controllerPort));
        config.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("inter.broker.listener.name", "CLIENT");
        config.put("controller.listener.names", CONTROLLER_LISTENER);
        config.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, HOST, controllerPort));
        config.put("auto.create.topics.enable", "false");
        // One node: internal topics cannot have replicas, and few partitions start faster.
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            config.put(topic + ".replication.factor", "1");
            config.put(topic + ".num.partitions", "4");
        }
        config.put("transaction.state.log.min.isr", "1");
        config.put("share.coordinator.state.topic.min.isr", "1");
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("group.streams.initial.rebalance.delay.ms", "0");
        config.put("offsets.retention.minutes", "525600");
        // The default takes 128 MB of heap for compaction.
        config.put("log.cleaner.dedupe.buffer.size", "16777216");
        // After kill -9 the node has to wait for its own dead session.
        config.put("broker.session.timeout.ms", "2000");
        config.put("broker.heartbeat.interval.ms", "500");
        config.put("num.network.threads", "2");
        config.put("num.io.threads", "4");
        return config;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }
}

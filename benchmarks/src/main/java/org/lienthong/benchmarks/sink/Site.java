package org.lienthong.benchmarks.sink;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lienthong.app.platform.EmbeddedDatabase;
import org.lienthong.reporting.database.ReportDatabase;
import org.lienthong.reporting.sink.ReportSink;
import org.lienthong.runtime.broker.EmbeddedBroker;
import org.lienthong.runtime.topics.TopicProvisioner;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.topic.Topics;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** A broker and a database with nothing in them, set up as the embedded platform sets them up. */
final class Site implements AutoCloseable {

    private static final String READ =
            "SELECT coalesce(sum(next_offset), 0) FROM lienthong.sink_offsets WHERE topic = 'dossier.records'";
    private static final String FOUND = "SELECT count(*), coalesce(sum(event_count), 0) FROM lienthong.dossiers";
    private static final int LOOK_EVERY_MILLIS = 10;

    private final SchemaRegistryClient registry;
    private final EmbeddedBroker broker;
    private final EmbeddedDatabase server;
    private final ReportDatabase database;
    private long published;

    Site(Path directory, SchemaRegistryClient registry) throws InterruptedException {
        this.registry = registry;
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        server = EmbeddedDatabase.start(directory.resolve("postgres"));
        database = ReportDatabase.open(server.settings());
        database.migrate();
        try (TopicProvisioner topics = new TopicProvisioner(broker.settings(), 1)) {
            topics.apply(topics.plan(Topics.all()));
        }
    }

    /** Returns when the broker has them all. */
    void publish(List<Version> versions) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(versions.size());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                broker.settings().clientConfig(), new StringSerializer(), new ByteArraySerializer())) {
            versions.forEach(version -> sent.add(producer.send(
                    new ProducerRecord<>(Topics.DOSSIER_RECORDS.name(), version.code(), version.value()))));
        }
        for (Future<RecordMetadata> record : sent) {
            record.get();
        }
        published += versions.size();
    }

    /** Seconds from the start of a sink until all that was published is in the database for everyone to see. */
    double sink() throws SQLException, InterruptedException {
        try (ReportSink sink = new ReportSink(broker.settings(), registry, database.dataSource())) {
            long start = System.nanoTime();
            sink.start();
            while (numbers(READ).get(0) < published) {
                if (sink.failure().isPresent()) {
                    throw new IllegalStateException(
                            "the sink stopped", sink.failure().get());
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** How many dossiers the database has, and how many events their versions have seen. */
    List<Long> found() throws SQLException {
        return numbers(FOUND);
    }

    /**
     * Seconds that PostgreSQL needs to copy the rows of all dossiers into an empty table of the same columns.
     *
     * @param like what it takes over besides, in SQL
     */
    double copy(String like) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            copies.copyOut("COPY lienthong.dossiers TO STDOUT (FORMAT binary)", rows);
            statement.execute("CREATE TABLE copied (LIKE lienthong.dossiers %s)".formatted(like));
            long start = System.nanoTime();
            copies.copyIn("COPY copied FROM STDIN (FORMAT binary)", new ByteArrayInputStream(rows.toByteArray()));
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("DROP TABLE copied");
            return seconds;
        }
    }

    private List<Long> numbers(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getMetaData().getColumnCount() == 1
                    ? List.of(row.getLong(1))
                    : List.of(row.getLong(1), row.getLong(2));
        }
    }

    @Override
    public void close() {
        database.close();
        server.close();
        broker.close();
    }
}

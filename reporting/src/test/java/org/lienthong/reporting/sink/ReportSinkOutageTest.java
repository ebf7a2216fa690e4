package org.lienthong.reporting.sink;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Publisher;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.SinkTopicsOfTests;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.topic.Topics;

/** What the sink depends on goes away and comes back. */
class ReportSinkOutageTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.onItsOwnServer();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MoodyRegistry registry = new MoodyRegistry();
    private @Nullable ReportSink sink;

    @BeforeEach
    void setUp() {
        sink = new ReportSink(BROKER.kafka(), registry, DATABASE.database().dataSource());
    }

    @AfterEach
    void tearDown() {
        sink().close();
        DATABASE.clear();
    }

    @Test
    void topicsThatAreNotThereYetAreWaitedFor() {
        sink().start();
        await().atMost(PATIENCE).until(() -> sink().lag().isEmpty() && !sink().isReady());

        SinkTopicsOfTests.create(BROKER);

        await().atMost(PATIENCE).until(sink()::isReady);
    }

    @Test
    void aRestartOfPostgresIsWaitedFor() throws IOException {
        SinkTopicsOfTests.create(BROKER);
        sink().start();
        sendReceipts("O1", 0, 100);
        awaitReceipts("O1", 100);

        DATABASE.stop();
        sendReceipts("O1", 100, 200);
        await().atMost(PATIENCE).until(() -> !sink().isReady());
        DATABASE.start();

        awaitReceipts("O1", 200);
        assertThat(sink().failure()).isEmpty();
    }

    @Test
    void aRestartOfTheBrokerIsWaitedFor() {
        SinkTopicsOfTests.create(BROKER);
        sink().start();
        sendReceipts("O2", 0, 100);
        awaitReceipts("O2", 100);

        BROKER.stop();
        assertThat(sink().lag()).isEmpty();
        BROKER.start();
        sendReceipts("O2", 100, 200);

        awaitReceipts("O2", 200);
        assertThat(sink().failure()).isEmpty();
    }

    @Test
    void aRegistryThatIsDownIsWaitedFor() {
        SinkTopicsOfTests.create(BROKER);
        sendReceipts("O3", 0, 100);
        registry.goDown();
        sink().start();
        await().atMost(PATIENCE).until(() -> registry.refusals() > 1);
        assertThat(receipts("O3")).isZero();

        registry.comeBack();

        awaitReceipts("O3", 100);
        assertThat(sink().failure()).isEmpty();
    }

    private void sendReceipts(String dossier, int from, int to) {
        try (Publisher publisher = new Publisher(BROKER.kafka(), registry)) {
            publisher.inTransaction(() -> IntStream.range(from, to)
                    .forEach(i ->
                            publisher.send(Topics.RECEIPTS, dossier, Samples.receipt(dossier, Outcome.APPLIED, i))));
        }
    }

    private void awaitReceipts(String dossier, long count) {
        await().atMost(PATIENCE).until(() -> receipts(dossier) == count);
        assertThat(DATABASE.number("SELECT sum(count) FROM lienthong.receipt_counts"))
                .isEqualTo(DATABASE.number("SELECT count(*) FROM lienthong.receipts"));
    }

    private static long receipts(String dossier) {
        return DATABASE.number("SELECT count(*) FROM lienthong.receipts WHERE dossier_code = '" + dossier + "'");
    }

    private ReportSink sink() {
        return requireNonNull(sink);
    }
}

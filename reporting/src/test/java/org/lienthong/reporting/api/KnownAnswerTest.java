package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;
import org.lienthong.reporting.testing.Told;

/** What is known already is answered without the database, but for the one question whether it still holds. */
class KnownAnswerTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final int REQUESTS = 200;
    private static final Duration CHECK = Duration.ofMillis(200);

    private final AtomicInteger connections = new AtomicInteger();

    @BeforeEach
    void empty() {
        DATABASE.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1/units/68/overview",
                "v1/units/68/statistics?by=month",
                "v1/units/68/index?period=2025",
                "v1/agencies/H36.25/statistics",
                "v1/agencies/H36.25/index?period=2025"
            })
    void aKnownAnswerTakesNoConnection(String path) throws Exception {
        load();
        try (ReportServer server = server()) {
            Client client = new Client(server.url());
            String known = client.get(path).body();
            int before = connections.get();
            long start = System.nanoTime();
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(client.get(path).body()).isEqualTo(known);
            }
            long checks = (System.nanoTime() - start) / CHECK.toNanos() + 1;

            assertThat(connections.get() - before).isLessThanOrEqualTo(Math.toIntExact(checks));
        }
    }

    @Test
    void whatNobodyHasIsRefusedEachTimeAndFoundOnceItIsThere() throws Exception {
        try (ReportServer server = server()) {
            Client client = new Client(server.url());
            client.json("v1/units/68/overview", 404);
            client.json("v1/units/68/overview", 404);
            load();

            client.json("v1/units/68/overview", 200);
        }
    }

    private static void load() {
        DiLinh.load(new SinkRows(DATABASE.database().dataSource()));
    }

    private ReportServer server() {
        ReportServer server = new ReportServer(
                ServerSettings.local(0), counted(), Clock.systemUTC(), List::of, Map::of, Told.NOTHING);
        server.start();
        return server;
    }

    private DataSource counted() {
        DataSource database = DATABASE.database().dataSource();
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    connections.incrementAndGet();
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

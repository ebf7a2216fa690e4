package org.lienthong.registry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.registry.server.RegistryServerSettings;
import org.lienthong.registry.server.Rest;
import org.lienthong.registry.server.SchemaRegistryServer;
import org.lienthong.registry.server.Schemas;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.testing.BrokerExtension;

class BrokerOutageTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    @Test
    void readsGoOnWithoutTheBrokerAndWritesComeBackWithIt() {
        KafkaSettings kafka = BROKER.kafka();
        try (SchemaRegistryServer server = new SchemaRegistryServer(RegistryServerSettings.onKafka(kafka, 0, 1))) {
            BROKER.stop();
            server.start();
            Rest rest = new Rest(server.url());
            rest.get("/subjects").fails(503, 50303);
            BROKER.start();
            await().atMost(Duration.ofSeconds(60)).until(server::isReady);
            rest.register("s", Schemas.PERMIT).ok();

            BROKER.stop();
            assertThat(rest.get("/schemas/ids/1").status()).isEqualTo(200);
            rest.register("s", Schemas.WITH_OPTIONAL).fails(500, 50002);
            BROKER.start();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(
                                    rest.register("s", Schemas.WITH_OPTIONAL).status())
                            .isEqualTo(200));
            assertThat(rest.get("/subjects/s/versions").ok().toString()).isEqualTo("[1,2]");
            assertThat(server.failure()).isEmpty();
        }
    }
}

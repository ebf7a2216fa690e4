package org.lienthong.app.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.reporting.quarantine.Payload;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRefused;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.registry.HttpSchemaRegistryClient;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.registry.RegistrySettings;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerializer;
import org.lienthong.schemas.topic.Topics;

class EventViewTest {

    static {
        TrustedClasses.trust();
    }

    private static final Origin ORIGIN = new Origin("dossier.events", 0, 5L);

    private final LocalSchemaRegistry registry = new LocalSchemaRegistry();

    @Test
    void anEventThatCanBeReadIsShownWithoutPersonalData() {
        EventView view = view(ORIGIN, event());

        assertThat(view.unreadable()).isNull();
        assertThat(view.event())
                .asString()
                .contains("dossierCode=KEY-OF-ANOTHER", "DossierRefused", "note=***")
                .doesNotContain("Bảo");
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        byte[] cut = Arrays.copyOf(event(), 20);

        assertThat(view(ORIGIN, cut).unreadable()).isEqualTo("CORRUPT_BODY");
        assertThat(view(ORIGIN, new byte[] {'{', '}'}).unreadable()).isEqualTo("NOT_AVRO");
        assertThat(view(ORIGIN, null).unreadable()).isEqualTo("EMPTY_VALUE");
        assertThat(view(new Origin("other.topic", 0, 5L), event()).unreadable()).isEqualTo("TOPIC_UNKNOWN");
        assertThat(view(ORIGIN, cut).event()).isNull();
    }

    @Test
    void aRegistryThatIsAwayHidesTheEventAlone() {
        RegistrySettings nowhere = RegistrySettings.fromProperties(
                Map.of(RegistrySettings.URL, "http://127.0.0.1:1", RegistrySettings.PATIENCE, "200"));
        try (SchemaRegistryClient away = new HttpSchemaRegistryClient(nowhere)) {
            assertThat(EventView.of(ORIGIN, new Payload(null, event(), Map.of()), away)
                            .unreadable())
                    .isEqualTo("REGISTRY_TROUBLE");
        }
    }

    private EventView view(Origin origin, byte[] value) {
        return EventView.of(origin, new Payload(null, value, Map.of()), registry);
    }

    private byte[] event() {
        DossierEvent event = DossierEvent.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId("e-1")
                        .setSourceSystem("one-stop")
                        .setAgencyId("H36.25")
                        .setOccurredAt(Instant.parse("2025-07-01T01:02:03Z"))
                        .build())
                .setDossierCode("KEY-OF-ANOTHER")
                .setPayload(DossierRefused.newBuilder()
                        .setNote("ông Bảo thiếu giấy tờ")
                        .build())
                .setAttributes(Map.of())
                .build();
        return new AvroSerializer<DossierEvent>(registry, true).serialize(Topics.DOSSIER_EVENTS.name(), event);
    }
}

package org.lienthong.streams.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.DUE_SOON;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.OVERDUE;
import static org.lienthong.schemas.exchange.DeadlineAlertKind.WITHDRAWN;
import static org.lienthong.streams.deadline.Records.open;
import static org.lienthong.streams.deadline.Records.resolved;
import static org.lienthong.streams.dossier.Events.day;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.streams.reference.WorkingDaysTable;

/** Two lives of one task: the second has the stores of the first, and nothing else. */
class DeadlineWatchRestartTest {

    private static final String SECOND = "H36.25-250602-0002";
    private static final String THIRD = "H36.25-250602-0003";

    private final MockProcessorContext<String, DeadlineAlert> context = new MockProcessorContext<>();
    private final HandClock clock = new HandClock(day(1));

    private final WorkingDaysTable workingDays =
            WorkingDaysTable.addTo(new Topology(), new AvroSerdes(new LocalSchemaRegistry(), true));
    private DeadlineWatch watch;

    @BeforeEach
    void start() {
        addStore(DeadlineStage.WATCHES_STORE, WatchCodec.serde());
        addStore("working-days", Serdes.ByteArray());
        startTask();
    }

    private void startTask() {
        watch = new DeadlineWatch(clock, DeadlineSettings.DEFAULTS.warning(), workingDays);
        watch.init(context);
    }

    @Test
    void timersAndAlertsThatStandSurviveARestart() {
        send(open());
        send(open(r -> r.setCode(SECOND)));
        send(due(day(1).minusSeconds(1)));
        send(resolved(1));
        assertThat(alerts()).extracting(DeadlineAlert::getKind).containsExactly(OVERDUE);

        startTask();
        moveTo(day(9));

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getDossierCode()).isEqualTo(SECOND);
            assertThat(alert.getKind()).isEqualTo(DUE_SOON);
        });
        send(due(day(30)));
        assertThat(alerts()).extracting(DeadlineAlert::getKind).containsExactly(WITHDRAWN);
    }

    private static DossierRecord due(Instant at) {
        return open(r -> {
            r.setCode(THIRD);
            r.setDueAt(at);
        });
    }

    private void send(DossierRecord record) {
        watch.process(new Record<>(record.getCode(), record, 0));
    }

    private void moveTo(Instant now) {
        clock.set(now);
        List<MockProcessorContext.CapturedPunctuator> lives = context.scheduledPunctuators();
        lives.get(lives.size() - 1).getPunctuator().punctuate(now.toEpochMilli());
    }

    private List<DeadlineAlert> alerts() {
        List<DeadlineAlert> alerts = context.forwarded().stream()
                .map(forward -> (DeadlineAlert) forward.record().value())
                .toList();
        context.resetForwards();
        return alerts;
    }

    private <V> void addStore(String name, Serde<V> values) {
        KeyValueStore<String, V> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }
}

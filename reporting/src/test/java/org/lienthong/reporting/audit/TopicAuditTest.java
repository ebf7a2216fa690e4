package org.lienthong.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.audit.AuditReport.Partition;
import org.lienthong.reporting.audit.Finding.Kind;
import org.lienthong.reporting.testing.Publisher;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.runtime.topics.AdminCalls;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierResumed;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.permit.PermitExpired;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.topic.Topics;

/** Topics as the jobs write them, in transactions of which some are aborted; the test plays the merge. */
class TopicAuditTest {

    @RegisterExtension
    static final BrokerExtension BROKER = new BrokerExtension();

    private static final Duration LEDGER_PATIENCE = Duration.ofMillis(1);
    private static final TopicPartition DOSSIER_EVENTS = new TopicPartition(Topics.DOSSIER_EVENTS.name(), 0);
    private static final TopicPartition PERMIT_EVENTS = new TopicPartition(Topics.PERMIT_EVENTS.name(), 0);
    private static final String DOSSIER = "H36.25-250701-0001";

    private static final LocalSchemaRegistry REGISTRY = new LocalSchemaRegistry();

    @BeforeAll
    static void create() {
        BROKER.create(
                Topics.DOSSIER_EVENTS,
                Topics.PERMIT_EVENTS,
                Topics.RECEIPTS,
                Topics.QUARANTINE,
                Topics.DOSSIER_RECORDS,
                Topics.LEDGER);
    }

    @Test
    void aSoundExchangePassesAndWhatIsLostAfterwardsIsFound() throws InterruptedException {
        try (Publisher publisher = new Publisher(BROKER.kafka(), REGISTRY)) {
            publishEvents(publisher);
            merge(publisher);
            commit(DOSSIER_EVENTS, 6);
            commit(PERMIT_EVENTS, 1);

            AuditReport sound = audit();

            assertThat(sound.findings()).isEmpty();
            assertThat(partition(sound, DOSSIER_EVENTS).read()).isEqualTo(3);
            assertThat(partition(sound, DOSSIER_EVENTS).ledger()).isEqualTo(3);
            assertThat(partition(sound, DOSSIER_EVENTS).waiting()).isEqualTo(2);
            assertThat(partition(sound, PERMIT_EVENTS).read()).isEqualTo(1);
            assertThat(sound.inFlight()).isZero();

            // The merge says that it has read the last event, which left no trace.
            commit(DOSSIER_EVENTS, 8);
            publisher.inTransaction(() -> publisher.sendBytes(Topics.QUARANTINE, "key", new byte[] {1}));
            AuditReport broken = audit();

            assertThat(broken.passed()).isFalse();
            assertThat(broken.findings())
                    .extracting(Finding::kind, finding -> finding.where().toString())
                    .containsExactlyInAnyOrder(
                            tuple(Kind.RECEIPT_MISSING, "dossier.events-0-6"),
                            tuple(Kind.LEDGER_BEHIND, "dossier.events-0"),
                            tuple(Kind.UNREADABLE, "exchange.quarantine-0-2"));
        }
    }

    /** On dossier.events: 0 read, 1 marker, 2 aborted, 3 marker, 4 the same again, 5 poison, 6 later, 7 marker. */
    private static void publishEvents(Publisher publisher) {
        publisher.inTransaction(() -> publisher.send(Topics.DOSSIER_EVENTS, DOSSIER, event("e-1")));
        publisher.aborted(() -> publisher.send(Topics.DOSSIER_EVENTS, DOSSIER, event("e-never")));
        publisher.inTransaction(() -> {
            publisher.send(Topics.DOSSIER_EVENTS, DOSSIER, event("e-1"));
            publisher.sendBytes(Topics.DOSSIER_EVENTS, DOSSIER, new byte[] {7});
            publisher.send(Topics.DOSSIER_EVENTS, DOSSIER, event("e-2"));
            publisher.send(Topics.PERMIT_EVENTS, DOSSIER, permitEvent("p-1"));
        });
    }

    private static void merge(Publisher publisher) {
        publisher.aborted(() -> {
            receipt(publisher, DOSSIER_EVENTS, 0, "e-1", Outcome.APPLIED);
            publisher.send(Topics.DOSSIER_RECORDS, DOSSIER, Samples.dossier(DOSSIER, 1));
        });
        publisher.inTransaction(() -> {
            receipt(publisher, DOSSIER_EVENTS, 0, "e-1", Outcome.APPLIED);
            receipt(publisher, PERMIT_EVENTS, 0, "p-1", Outcome.LATE);
            receipt(publisher, DOSSIER_EVENTS, 4, "e-1", Outcome.DUPLICATE);
            receipt(publisher, DOSSIER_EVENTS, 5, null, Outcome.QUARANTINED);
            publisher.send(Topics.QUARANTINE, "dossier.events-0-5", Samples.quarantined("NOT_AVRO", 5));
            publisher.send(Topics.DOSSIER_RECORDS, DOSSIER, Samples.dossier(DOSSIER, 1));
            publisher.send(Topics.DOSSIER_RECORDS, DOSSIER, Samples.dossier(DOSSIER, 2));
            publisher.send(
                    Topics.LEDGER,
                    "dossier.events-0",
                    ledger(DOSSIER_EVENTS)
                            .setRead(3)
                            .setApplied(1)
                            .setDuplicate(1)
                            .setQuarantined(1)
                            .setLastOffset(5)
                            .build());
            publisher.send(
                    Topics.LEDGER,
                    "permit.events-0",
                    ledger(PERMIT_EVENTS).setRead(1).setLate(1).setLastOffset(0).build());
        });
    }

    private static void receipt(
            Publisher publisher, TopicPartition input, long offset, String eventId, Outcome outcome) {
        Receipt receipt = Exchange.receipt(input, offset, eventId == null ? null : DOSSIER, eventId, outcome);
        publisher.send(Topics.RECEIPTS, DOSSIER, receipt);
    }

    private static LedgerEntry.Builder ledger(TopicPartition input) {
        return LedgerEntry.newBuilder()
                .setTopic(input.topic())
                .setPartition(input.partition())
                .setFirstOffset(0);
    }

    private static DossierEvent event(String id) {
        return DossierEvent.newBuilder()
                .setHeader(header(id))
                .setDossierCode(DOSSIER)
                .setPayload(new DossierResumed())
                .build();
    }

    private static PermitEvent permitEvent(String id) {
        return PermitEvent.newBuilder()
                .setHeader(header(id))
                .setDossierCode(DOSSIER)
                .setPermitNumber("GP-1")
                .setPayload(new PermitExpired())
                .build();
    }

    private static EventHeader header(String id) {
        return EventHeader.newBuilder()
                .setEventId(id)
                .setSourceSystem("one-stop")
                .setAgencyId("H36.25")
                .setOccurredAt(Instant.parse("2025-07-01T01:00:00Z"))
                .build();
    }

    /** As the consumer group of the merge. */
    private static void commit(TopicPartition partition, long next) {
        try (Admin admin = Admin.create(BROKER.kafka().clientConfig())) {
            AdminCalls.await(admin.alterConsumerGroupOffsets(
                            Topics.RECEIPTS.owner(), Map.of(partition, new OffsetAndMetadata(next)))
                    .all());
        }
    }

    private static AuditReport audit() throws InterruptedException {
        return new TopicAudit(BROKER.kafka(), REGISTRY, LEDGER_PATIENCE).run();
    }

    private static Partition partition(AuditReport report, TopicPartition wanted) {
        List<Partition> found = report.partitions().stream()
                .filter(partition -> new TopicPartition(partition.topic(), partition.partition()).equals(wanted))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}

package org.lienthong.app.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.app.guarantees.Evidence.StoredReceipt;
import org.lienthong.producers.generator.WrongRecord;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.record.Fact;

/** A guarantee that nothing can break proves nothing: each finds the breach that it is there for, and its place. */
class GuaranteesDetectTest {

    private static final int DOSSIERS = 120;

    @TempDir
    static Path directory;

    private static Input input;
    private static CleanRun clean;

    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);
    private final List<Origin> inputs = new ArrayList<>();
    private final List<StoredReceipt> receipts = new ArrayList<>();
    private final Map<String, Encoded<DossierRecord>> records = new TreeMap<>();
    private final Map<String, Encoded<UnitStatistics>> statistics = new TreeMap<>();
    private final LedgerEntry ledger = LedgerEntry.newBuilder()
            .setTopic(Topics.DOSSIER_EVENTS.name())
            .setPartition(0)
            .build();

    @BeforeAll
    static void fold() {
        input = Input.of(1, DOSSIERS);
        clean = CleanRun.of(input, directory);
        assertThat(clean.wrong()).isPositive();
    }

    @BeforeEach
    void runWithoutFaults() {
        records.putAll(clean.records());
        statistics.putAll(clean.statistics());
        Set<Fact> known = new HashSet<>();
        Map<String, Integer> versions = new TreeMap<>();
        for (Object delivery : input.deliveries()) {
            if (delivery instanceof WrongRecord) {
                take(null, Outcome.QUARANTINED, 0);
                continue;
            }
            Fact fact = delivery instanceof DossierEvent event ? Fact.of(event) : Fact.of((PermitEvent) delivery);
            boolean fresh = known.add(fact);
            int version = versions.merge(fact.dossierCode(), fresh ? 1 : 0, Integer::sum);
            take(fact.dossierCode(), fresh ? Outcome.APPLIED : Outcome.DUPLICATE, version);
        }
    }

    @Test
    void aRunWithoutFaultsBreaksNothing() {
        for (Guarantee guarantee : List.of(
                new NothingLost(),
                new NoEffectTwice(),
                new OrderPerDossier(),
                new Convergence(),
                new LedgerBalance(),
                new RowsEqualTopics())) {
            assertThat(breaches(guarantee)).as(guarantee.name()).isEmpty();
        }
    }

    @Test
    void aReceiptThatIsMissingOrThereTwiceIsFound() {
        StoredReceipt lost = receipts.remove(5);
        assertThat(breaches(new NothingLost())).anyMatch(line -> line.startsWith("dossier.events-0-5 has 0 receipts"));
        assertThat(breaches(new LedgerBalance())).singleElement().asString().contains("dossier.events-0");

        receipts.add(lost);
        receipts.add(new StoredReceipt(1, 7, lost.receipt()));
        assertThat(breaches(new NothingLost()))
                .singleElement()
                .asString()
                .contains("dossier.events-0-5 has 2 receipts", "exchange.receipts-0-5", "exchange.receipts-1-7");
    }

    @Test
    void aRecordThatNeverArrivedAndOneWronglySetAsideAreFound() {
        inputs.remove(inputs.size() - 1);
        assertThat(breaches(new NothingLost())).isNotEmpty();

        StoredReceipt applied =
                receipts.stream().filter(StoredReceipt::folded).findFirst().orElseThrow();
        applied.receipt().setOutcome(Outcome.QUARANTINED);
        assertThat(breaches(new NothingLost())).anyMatch(line -> line.contains("quarantined are"));
    }

    @Test
    void anEventOrADossierThatCountsTwiceIsFound() {
        String code = records.keySet().iterator().next();
        DossierRecord record =
                DossierRecord.newBuilder(records.get(code).value()).build();
        record.setEventCount(record.getEventCount() + 1);
        records.put(code, Encoded.of(record, serdes.of(Topics.DOSSIER_RECORDS)));
        assertThat(breaches(new NoEffectTwice())).singleElement().asString().startsWith(code);
        assertThat(breaches(new Convergence())).singleElement().asString().contains(code, "[eventCount]");

        records.putAll(clean.records());
        statistics.replaceAll((key, value) -> {
            UnitStatistics doubled = UnitStatistics.newBuilder(value.value()).build();
            doubled.getFigures().setReceived(2 * doubled.getFigures().getReceived());
            return Encoded.of(doubled, serdes.of(Topics.UNIT_STATISTICS));
        });
        assertThat(breaches(new NoEffectTwice())).singleElement().asString().contains("have received");
        assertThat(breaches(new Convergence())).hasSameSizeAs(statistics.keySet());
    }

    @Test
    void eventsOfADossierThatChangedPlacesAreFound() {
        String code = receipts.get(0).receipt().getDossierCode();
        List<StoredReceipt> ofDossier = receipts.stream()
                .filter(stored -> code.equals(stored.receipt().getDossierCode()))
                .toList();
        Collections.swap(receipts, receipts.indexOf(ofDossier.get(0)), receipts.indexOf(ofDossier.get(1)));
        assertThat(breaches(new OrderPerDossier())).anyMatch(line -> line.contains(code) && line.contains("after 0"));
    }

    @Test
    void aLedgerThatCountsOneMoreIsFound() {
        ledger.setLate(ledger.getLate() + 1);
        assertThat(breaches(new LedgerBalance())).hasSize(2).allMatch(line -> line.startsWith("dossier.events-0"));
    }

    @Test
    void aRowThatDiffersFromItsTopicIsFound() {
        Rows rows = RowsEqualTopics.of(records, receipts, statistics);
        rows.receipts().remove("exchange.receipts-0-3");
        String code = rows.dossiers().keySet().iterator().next();
        rows.dossiers().put(code, "1|other|-|-");
        Evidence found = new Evidence(inputs, receipts, records, statistics, ledger(), rows);
        assertThat(new RowsEqualTopics().breaches(found, clean))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("dossiers, " + code))
                .anyMatch(line -> line.startsWith("receipts, exchange.receipts-0-3"));
    }

    private List<String> breaches(Guarantee guarantee) {
        Rows rows = RowsEqualTopics.of(records, receipts, statistics);
        return guarantee.breaches(new Evidence(inputs, receipts, records, statistics, ledger(), rows), clean);
    }

    private Map<String, Encoded<LedgerEntry>> ledger() {
        return Map.of("dossier.events-0", Encoded.of(ledger, serdes.of(Topics.LEDGER)));
    }

    /** The next record of the one input partition, and what became of it. */
    private void take(String code, Outcome outcome, int version) {
        Origin origin = new Origin(Topics.DOSSIER_EVENTS.name(), 0, (long) inputs.size());
        inputs.add(origin);
        Receipt receipt = Receipt.newBuilder()
                .setDossierCode(code)
                .setOutcome(outcome)
                .setCode(outcome.name())
                .setRecordVersion(version)
                .setOrigin(origin)
                .build();
        receipts.add(new StoredReceipt(0, origin.getOffset(), receipt));
        ledger.setRead(ledger.getRead() + 1);
        switch (outcome) {
            case APPLIED -> ledger.setApplied(ledger.getApplied() + 1);
            case DUPLICATE -> ledger.setDuplicate(ledger.getDuplicate() + 1);
            default -> ledger.setQuarantined(ledger.getQuarantined() + 1);
        }
    }
}

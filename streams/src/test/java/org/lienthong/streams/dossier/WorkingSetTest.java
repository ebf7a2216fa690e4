package org.lienthong.streams.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierRecord;

class WorkingSetTest {

    private final WorkingSet records = new WorkingSet(2);

    @Test
    void aRecordThatChangedOftenIsSentOnceAsItIsInTheEnd() {
        records.changed(record("A", 1), 10);
        records.changed(record("B", 1), 20);
        records.changed(record("A", 2), 30);

        assertThat(sent()).containsExactly("A 2 @30", "B 1 @20");
        assertThat(sent()).isEmpty();
    }

    @Test
    void whatWaitsForItsCommitIsKeptBeyondTheCapacity() {
        for (String code : List.of("A", "B", "C")) {
            records.changed(record(code, 1), 10);
        }

        assertThat(records.get("A")).isNotNull();
        assertThat(sent()).hasSize(3);
        assertThat(records.get("A")).as("more than the capacity, and sent").isNull();
    }

    @Test
    void whatFitsIsKeptFromOneCommitToTheNext() {
        records.changed(record("A", 1), 10);
        sent();

        assertThat(records.get("A")).extracting(DossierRecord::getEventCount).isEqualTo(1);
    }

    @Test
    void whatChangedIsSentEvenWhenAllIsForgotten() {
        records.changed(record("A", 1), 10);
        records.clear();

        assertThat(records.get("A")).isNull();
        assertThat(sent()).containsExactly("A 1 @10");
    }

    private List<String> sent() {
        List<String> sent = new ArrayList<>();
        records.drain(
                (record, timestamp) -> sent.add(record.getCode() + " " + record.getEventCount() + " @" + timestamp));
        return sent;
    }

    private static DossierRecord record(String code, int version) {
        DossierRecord record = new DossierRecord();
        record.setCode(code);
        record.setEventCount(version);
        return record;
    }
}

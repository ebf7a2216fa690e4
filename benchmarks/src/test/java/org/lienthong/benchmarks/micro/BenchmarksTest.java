package org.lienthong.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierRecord;

/** Each does the work that it is said to do, whatever the time it takes. */
class BenchmarksTest {

    private static final int SOME = 2_000;

    @Test
    void plainAvroDoesTheSameWork() throws IOException {
        CodecBenchmark ours = new CodecBenchmark();
        CodecBenchmark plain = new CodecBenchmark();
        for (int i = 0; i < SOME; i++) {
            assertThat(ours.decodeEvent()).isEqualTo(plain.decodeEventPlain());
            assertThat(ours.encodeEvent()).isEqualTo(plain.encodeEventPlain());
            assertThat(ours.encodeRecord()).isEqualTo(plain.encodeRecordPlain());
            assertThat(ours.decodeEntry()).isEqualTo(plain.decodeEntryPlain());
            assertThat(ours.encodeEntry()).isEqualTo(plain.encodeEntryPlain());
            assertThat(ours.readFact()).isNotNull();
        }
    }

    @Test
    void theMergeFoldsWholeDossiers() {
        MergeBenchmark merge = new MergeBenchmark();
        for (int i = 0; i < SOME; i++) {
            assertThat(merge.applyInOrder()).isNotNull();
        }
        assertThat(merge.refoldOfTen()).extracting(DossierRecord::getEventCount).isEqualTo(10);
    }

    @Test
    void dossiersTakeTimeAndHaveLimits() {
        WorkingTimeBenchmark working = new WorkingTimeBenchmark();

        assertThat(working.between()).isGreaterThan(Duration.ZERO);
        assertThat(working.plus()).isNotNull();
    }

    @Test
    void everyEventIsPublishedAndForgotten() {
        PublishBenchmark publish = new PublishBenchmark();
        for (int i = 0; i < SOME; i++) {
            publish.publish();
            assertThat(publish.rules()).isEmpty();
        }

        assertThat(publish.mockAlone())
                .succeedsWithin(Duration.ZERO, InstanceOfAssertFactories.type(RecordMetadata.class))
                .extracting(RecordMetadata::topic)
                .isEqualTo("dossier.events");
    }
}

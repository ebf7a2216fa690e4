package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.publish.EventPublisher;
import org.lienthong.producers.publish.EventSink;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.runtime.broker.EmbeddedBroker;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.runtime.topics.TopicProvisioner;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.topic.Topics;

/**
 * The input of a run, made once: the data directory of a broker with reference data and events, and beside it what must
 * come out.
 */
final class Preparation {

    private static final String DATA = "kafka";
    private static final String EXPECTED = "expected";
    private static final int STRETCH = 200_000;

    private Preparation() {}

    /** @param arguments directory, number of dossiers */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        int dossiers = Integer.parseInt(arguments[1]);
        CompletableFuture<Expected> expected = CompletableFuture.supplyAsync(() -> foretell(dossiers));
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve(DATA), 0)) {
            fill(broker.settings(), dossiers);
        }
        // Last: a directory that has it is whole.
        expected.join().save(directory.resolve(EXPECTED));
        System.exit(0);
    }

    private static void fill(KafkaSettings kafka, int dossiers) throws InterruptedException {
        SchemaRegistryClient registry = Job.registry();
        try (TopicProvisioner topics = new TopicProvisioner(kafka, 1)) {
            topics.apply(topics.plan(Topics.all()));
        }
        ReferenceLoader references = new ReferenceLoader(kafka, registry);
        references.load(WorkingDays.vietnam());
        references.load(new Country().data());
        try (EventPublisher publisher = new EventPublisher(kafka, registry)) {
            tell(0, dossiers, publisher);
        }
    }

    /** What must come out. A stretch of the dossiers after the other, since all facts of a stretch are in memory. */
    private static Expected foretell(int dossiers) {
        Lives lives = new Lives();
        Oracle oracle = new Oracle();
        for (int from = 0; from < dossiers; from += STRETCH) {
            tell(from, Math.min(from + STRETCH, dossiers), lives);
            lives.drain(oracle::judge);
        }
        return oracle.conclude(lives.events());
    }

    private static void tell(int from, int to, EventSink sink) {
        new DiLinhYear(CountryYear.SEED).emit(from, to, DiLinhYear.END, new CountryYear(sink), opened -> {});
    }

    /**
     * Finds or makes the input for so many dossiers below the directory, and returns its own.
     *
     * @throws IllegalArgumentException for a number that there is no year of
     */
    static Path of(Path cache, int dossiers) throws IOException, InterruptedException {
        if (dossiers < 1 || dossiers > DiLinhYear.MAX_DOSSIERS) {
            throw new IllegalArgumentException(
                    "%d dossiers: give 1 to %d".formatted(dossiers, DiLinhYear.MAX_DOSSIERS));
        }
        Path directory = cache.resolve(Shape.chosen() + "-" + dossiers);
        if (!Files.exists(directory.resolve(EXPECTED))) {
            Utils.delete(directory.toFile());
            Files.createDirectories(directory);
            Path log = directory.resolve("log");
            try (Child program = Child.start(
                    Preparation.class, List.of("-Xmx6g"), log, directory.toString(), String.valueOf(dossiers))) {
                program.awaitEnd();
            }
            if (!Files.exists(directory.resolve(EXPECTED))) {
                throw new IOException("the input could not be made: see " + log);
            }
        }
        return directory;
    }

    static Expected expected(Path prepared) throws IOException {
        return Expected.load(prepared.resolve(EXPECTED));
    }

    /** A copy of the broker's data, for one run. */
    static void copy(Path prepared, Path to) throws IOException {
        Path from = prepared.resolve(DATA);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}

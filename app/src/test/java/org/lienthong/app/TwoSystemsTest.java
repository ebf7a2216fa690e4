package org.lienthong.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.producers.eventlog.EventLogImporter;
import org.lienthong.producers.eventlog.ImportResult;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.producers.publish.EventIds;
import org.lienthong.producers.publish.EventSink;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.deadline.DeadlineSettings;
import org.lienthong.streams.dossier.DossierSyncTopology;
import org.lienthong.streams.dossier.MergeSettings;

/**
 * The Dutch log, split at random between a commune's and a department's system that each send a fifth of their rows
 * twice and all of them in disorder: the records are those of the clean import. The log is not part of the project.
 */
class TwoSystemsTest {

    private static final String LOG = "data/wabo/receipt.csv.gz";
    private static final int CASES = 1_434;
    private static final int ROWS = 8_577;

    private final long seed = Long.getLong("convergence.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AvroSerdes serdes = new AvroSerdes(new LocalSchemaRegistry(), true);

    @TempDir
    Path directory;

    private Path log;

    @BeforeEach
    void find() {
        System.out.println("convergence.seed=" + seed);
        Optional<Path> found = above("shared/" + LOG);
        assumeTrue(found.isPresent(), "skipped: no " + LOG + " in ../shared");
        log = found.get();
    }

    @Test
    void twoSystemsGiveTheRecordsOfTheCleanImportByteForByte() throws IOException {
        Map<String, DossierRecord> clean = merge(importLog(log));
        Map<String, DossierRecord> split = merge(delivered(importBothHalves()));

        assertThat(clean).hasSize(CASES);
        assertThat(bytes(split)).as("convergence.seed=%d", seed).isEqualTo(bytes(clean));
    }

    @Test
    void whichSystemStatesAStepChangesNothingButTheIdsOfItsEvents() throws IOException {
        Map<String, DossierRecord> clean = merge(importLog(log));
        List<List<DossierEvent>> halves = importBothHalves();
        halves.get(1).replaceAll(TwoSystemsTest::ofTheDepartment);
        Map<String, DossierRecord> split = merge(delivered(halves));

        clean.values().forEach(TwoSystemsTest::withoutIds);
        split.values().forEach(TwoSystemsTest::withoutIds);
        assertThat(bytes(split)).as("convergence.seed=%d", seed).isEqualTo(bytes(clean));
    }

    private List<List<DossierEvent>> importBothHalves() throws IOException {
        List<String> lines = lines();
        List<List<String>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (String line : lines.subList(1, lines.size())) {
            List<String> half = halves.get(random.nextInt(2));
            half.add(line);
            if (random.nextInt(5) == 0) {
                half.add(line);
            }
        }
        List<List<DossierEvent>> events = new ArrayList<>();
        for (List<String> half : halves) {
            Collections.shuffle(half, random);
            events.add(importLog(write(lines.get(0), half)));
        }
        return events;
    }

    private List<DossierEvent> delivered(List<List<DossierEvent>> halves) {
        List<DossierEvent> all =
                new ArrayList<>(halves.stream().flatMap(List::stream).toList());
        Collections.shuffle(all, random);
        return all;
    }

    private List<DossierEvent> importLog(Path file) {
        List<DossierEvent> events = new ArrayList<>();
        LogMapping mapping = LogMapping.read(above("mappings/wabo-receipt.yaml").orElseThrow());
        ImportResult result =
                new EventLogImporter(mapping, new Collecting(events)).importFile(file, directory, read -> {});
        assertThat(result.rejected()).isZero();
        return events;
    }

    private Map<String, DossierRecord> merge(List<DossierEvent> events) throws IOException {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, DossierSyncTopology.NAME);
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory(directory, "state").toString());
        try (TopologyTestDriver driver = new TopologyTestDriver(
                DossierSyncTopology.build(serdes, MergeSettings.DEFAULTS, Clock.systemUTC(), DeadlineSettings.DEFAULTS),
                config)) {
            TestInputTopic<String, DossierEvent> input = driver.createInputTopic(
                    Topics.DOSSIER_EVENTS.name(),
                    new StringSerializer(),
                    serdes.of(Topics.DOSSIER_EVENTS).serializer());
            events.forEach(event -> input.pipeInput(event.getDossierCode(), event));
            return driver.createOutputTopic(
                            Topics.DOSSIER_RECORDS.name(),
                            new StringDeserializer(),
                            serdes.of(Topics.DOSSIER_RECORDS).deserializer())
                    .readKeyValuesToMap();
        }
    }

    private static DossierEvent ofTheDepartment(DossierEvent event) {
        if (!(event.getPayload() instanceof DossierProgressed)) {
            return event;
        }
        EventHeader header = EventHeader.newBuilder(event.getHeader())
                .setSourceSystem("department")
                .build();
        DossierEvent relabelled =
                DossierEvent.newBuilder(event).setHeader(header).build();
        header.setEventId(EventIds.of(relabelled));
        relabelled.setHeader(header);
        return relabelled;
    }

    private static void withoutIds(DossierRecord record) {
        record.setLastEventId("");
        record.getAnomalies().forEach(anomaly -> anomaly.setEventId(""));
    }

    /** In hexadecimal, by code. */
    private Map<String, String> bytes(Map<String, DossierRecord> records) {
        Map<String, String> bytes = new TreeMap<>();
        records.forEach((code, record) -> bytes.put(
                code,
                java.util.HexFormat.of()
                        .formatHex(requireNonNull(serdes.of(Topics.DOSSIER_RECORDS)
                                .serializer()
                                .serialize(Topics.DOSSIER_RECORDS.name(), record)))));
        return bytes;
    }

    private List<String> lines() throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(log)), UTF_8))) {
            List<String> lines = reader.lines().toList();
            assertThat(lines).hasSize(ROWS + 1);
            return lines;
        }
    }

    private Path write(String header, List<String> lines) throws IOException {
        Path file = Files.createTempFile(directory, "half", ".csv.gz");
        try (BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8))) {
            writer.write(header + "\n");
            for (String line : lines) {
                writer.write(line + "\n");
            }
        }
        return file;
    }

    /** The file in this directory or one above it. */
    private static Optional<Path> above(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), TwoSystemsTest::isDirectory, Path::getParent)
                .map(directory -> directory.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static boolean isDirectory(@Nullable Path directory) {
        return directory != null;
    }

    private record Collecting(List<DossierEvent> events) implements EventSink {

        @Override
        public void publish(DossierEvent event) {
            events.add(event);
        }

        @Override
        public void publish(PermitEvent event) {
            throw new AssertionError("the log has no permits");
        }

        @Override
        public void publish(AgencyReadiness report) {
            throw new AssertionError("the log has no reports");
        }

        @Override
        public void publish(ServiceReport report) {
            throw new AssertionError("the log has no reports");
        }

        @Override
        public void flush() {}
    }
}

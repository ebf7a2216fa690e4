package org.lienthong.benchmarks.engines;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.WorkingDays;
import org.lienthong.runtime.settings.KafkaSettings;
import org.lienthong.schemas.dossier.HistoryEntry;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.ReferenceReader;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.reference.ProcedureLimits;
import org.lienthong.streams.unit.UnitTree;

/**
 * What every engine is given.
 *
 * @param directory of its own, empty or as it left it before it was killed
 * @param threads that do its work
 */
public record Job(KafkaSettings kafka, Path directory, int threads) {

    /** How often results become visible, for every engine. */
    public static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

    /** What "overdue" is measured against: the same moment whenever it runs. */
    public static final Clock CLOCK = Clock.fixed(DiLinhYear.END, ZoneOffset.UTC);

    /** The same ids in every process, so that none is asked for and bytes can be compared. */
    public static AvroSerdes serdes() {
        return new AvroSerdes(registry(), true);
    }

    static SchemaRegistryClient registry() {
        LocalSchemaRegistry registry = new LocalSchemaRegistry();
        Topics.all().forEach(topic -> registry.register(topic.valueSubject(), topic.schema()));
        List.of(HistoryEntry.getClassSchema(), DossierContribution.getClassSchema())
                .forEach(schema -> registry.register(schema.getFullName(), schema));
        return registry;
    }

    /** Working days and time limits, as the topics of reference data have them. */
    public static Reference reference() {
        return new ReferenceReader.Snapshot(
                WorkingDays.workingTime(),
                new ProcedureLimits(ReferenceData.diLinh().procedures()));
    }

    /** The units, as {@code ref.units} has them. */
    public static UnitTree units() {
        return new UnitTree(new Country().units());
    }
}

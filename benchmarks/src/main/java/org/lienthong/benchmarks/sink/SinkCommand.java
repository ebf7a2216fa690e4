package org.lienthong.benchmarks.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.utils.Utils;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.serde.AvroSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lienthong bench sink}: records a second from their topic to rows that everyone sees. */
@Command(
        name = "sink",
        description = {
            "Publishes a record of each dossier, then a changed one of each, and measures how fast the sink alone",
            "writes each of the two backlogs; beside it what PostgreSQL's own COPY of the same rows takes."
        },
        mixinStandardHelpOptions = true)
public final class SinkCommand implements Callable<Integer> {

    @Option(names = "--dossiers", defaultValue = "100000", description = "Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description =
                    "Each with an empty broker and database; in the first the JVM is cold. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException, SQLException {
        LocalSchemaRegistry registry = new LocalSchemaRegistry();
        Versions versions = Versions.of(dossiers, new AvroSerdes(registry, true));
        System.out.println("| round | what | records | s | records/s |");
        System.out.println("| ---: | --- | ---: | ---: | ---: |");
        boolean right = true;
        for (int round = 1; round <= rounds; round++) {
            Path directory = Files.createTempDirectory("lienthong-bench");
            try (Site site = new Site(directory, registry)) {
                right &= measure(round, site, versions);
            } finally {
                Utils.delete(directory.toFile());
            }
        }
        return right ? 0 : 1;
    }

    private static boolean measure(int round, Site site, Versions versions)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        List<Version> first = versions.first();
        site.publish(first);
        report(round, "sink, first versions", first.size(), site.sink());
        boolean right = isRight(site, first.size(), events(first));

        List<Version> changed = versions.changed();
        site.publish(changed);
        report(round, "sink, changed versions", changed.size(), site.sink());
        // One event more of each.
        right &= isRight(site, first.size(), events(first) + changed.size());

        report(round, "COPY, with the indexes", first.size(), site.copy("INCLUDING INDEXES"));
        report(round, "COPY, bare", first.size(), site.copy(""));
        return right;
    }

    private static void report(int round, String what, int records, double seconds) {
        System.out.printf("| %d | %s | %,d | %.2f | %,.0f |%n", round, what, records, seconds, records / seconds);
    }

    private static boolean isRight(Site site, long dossiers, long events) throws SQLException {
        List<Long> expected = List.of(dossiers, events);
        List<Long> found = site.found();
        if (!found.equals(expected)) {
            System.out.println("WRONG: dossiers and events " + found + " instead of " + expected);
        }
        return found.equals(expected);
    }

    private static long events(List<Version> versions) {
        return versions.stream().mapToLong(Version::events).sum();
    }
}

package org.lienthong.benchmarks.reading;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.platform.EmbeddedPlatform;
import org.lienthong.app.platform.PlatformSettings;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.reporting.database.Reader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./lienthong bench reading}: how fast a province-year is asked, restated, and follows what is published. */
@Command(
        name = "reading",
        description =
                "A province-year in the database: overviews with many clients, searches, a restatement, freshness.",
        mixinStandardHelpOptions = true)
public final class ReadingCommand implements Callable<Integer> {

    @Option(names = "--dossiers", defaultValue = "670000", description = "Default: ${DEFAULT-VALUE}.")
    private int dossiers;

    @Option(names = "--clients", defaultValue = "50", description = "Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(names = "--seconds", defaultValue = "20", description = "Of each measurement. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--rate", defaultValue = "500", description = "Events a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--data-dir", description = "Kept, and found again; default: a temporary one.")
    private @Nullable Path directory;

    @Option(names = "--json", description = "The results as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path data = directory == null ? Files.createTempDirectory("lienthong-bench") : directory;
        Map<String, Object> results = new LinkedHashMap<>();
        try (EmbeddedPlatform started = EmbeddedPlatform.start(
                data,
                PlatformSettings.loader(Optional.empty()),
                settings -> settings.set("0", "http", "port").set(DiLinhYear.END.toString(), "now"))) {
            Loading loading = new Loading(started.platform());
            report(results, "loading", loading.load(dossiers));
            Asking asking = new Asking(started.platform().url());
            Questions questions = new Questions(asking);
            Duration time = Duration.ofSeconds(seconds);
            asking.ask(clients, Duration.ofSeconds(Math.min(seconds, 5)), questions::overview); // warm
            report(
                    results,
                    "overview",
                    asking.ask(clients, time, questions::overview).summary());
            report(results, "first overview", questions.uncached().summary());
            report(results, "search", asking.ask(1, time, questions::search).summary());
            report(results, "restatement", new Restating(started.platform(), asking).measure());
            Reader reader = new Reader(started.platform().database().dataSource());
            Following inSql = new Following(started.platform(), new Sight.Sql(reader));
            report(results, "freshness in SQL", inSql.measure(dossiers, rate, time));
            Following inFeed = new Following(started.platform(), new Sight.Feed(asking, reader));
            report(results, "freshness in the feed", inFeed.measure(dossiers, rate, time));
        } finally {
            if (directory == null) {
                Utils.delete(data.toFile());
            }
        }
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(results));
        }
        return 0;
    }

    private void report(Map<String, Object> results, String name, Object result) {
        results.put(name, result);
        if (!json) {
            System.out.println(name + ": " + result);
        }
    }
}

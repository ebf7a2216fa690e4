package org.lienthong.app.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.ProgressBar;
import org.lienthong.app.outcome.DrainWait;
import org.lienthong.app.outcome.Snapshot;
import org.lienthong.app.platform.Platform;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.Expectation;
import org.lienthong.producers.generator.KafkaYearSink;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.reporting.audit.AuditReport;
import org.lienthong.reporting.audit.TopicAudit;
import org.lienthong.runtime.streams.GroupLag;
import org.lienthong.schemas.topic.Topics;

/** Publishes the year into a running platform, waits until it has gone the whole way, and checks what came out. */
public final class DemoRun {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Platform platform;
    private final Path dataDirectory;
    private final Console console;

    public DemoRun(Platform platform, Path dataDirectory, Console console) {
        this.platform = platform;
        this.dataDirectory = dataDirectory;
        this.console = console;
    }

    /**
     * What a run did.
     *
     * @param published records that this run sent
     * @param audit of the topics, after the drain
     */
    public record Result(long published, Snapshot snapshot, List<Check> checks, AuditReport audit) {

        public boolean passed() {
            return checks.stream().allMatch(Check::passed);
        }
    }

    /** @param dossiers of the year that shall be there in the end; those that are there already are not sent again */
    public Result run(long seed, int dossiers) throws InterruptedException {
        DemoState state = DemoState.read(dataDirectory, seed);
        DiLinhYear year = new DiLinhYear(seed);
        new ReferenceLoader(platform.settings().kafka(), platform.registry()).load(year.referenceData());
        Expectation expected = null;
        Snapshot before = null;
        if (state.dossiers() >= dossiers) {
            console.say("demo.kept", console.number(state.dossiers()));
        } else {
            new DrainWait(platform, PATIENCE).await(() -> true);
            before = snapshot();
            new DemoState(seed, state.dossiers(), true).write(dataDirectory);
            expected = publish(year, state.dossiers(), dossiers);
            new DemoState(seed, dossiers, false).write(dataDirectory);
        }
        console.say("demo.draining");
        Expectation oracle = expected;
        Snapshot start = before;
        boolean drained = new DrainWait(platform, PATIENCE)
                .await(() -> checks(oracle, state.publishing(), start, snapshot()).stream()
                        .allMatch(Check::passed));
        Snapshot after = snapshot();
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("drained", 1, drained ? 1 : 0));
        checks.addAll(checks(expected, state.publishing(), before, after));
        AuditReport audit = new TopicAudit(platform.settings().kafka(), platform.registry()).run();
        checks.addAll(DemoChecks.audited(audit));
        return new Result(expected == null ? 0 : expected.records(), after, checks, audit);
    }

    private Expectation publish(DiLinhYear year, int from, int to) {
        try (KafkaYearSink sink = new KafkaYearSink(platform.settings().kafka(), platform.registry());
                ProgressBar progress = console.progress("demo.publish", to - from)) {
            return year.emit(from, to, DiLinhYear.END, sink, progress::update);
        }
    }

    private List<Check> checks(
            @Nullable Expectation expected, boolean resent, @Nullable Snapshot before, Snapshot after) {
        List<Check> checks = new ArrayList<>();
        try (GroupLag topics = new GroupLag(platform.settings().kafka())) {
            long recordsIn = topics.size(List.of(Topics.DOSSIER_EVENTS, Topics.PERMIT_EVENTS));
            checks.addAll(DemoChecks.always(recordsIn, after));
        }
        if (expected != null && before != null && !resent) {
            checks.addAll(DemoChecks.published(expected, before, after));
        }
        return checks;
    }

    private Snapshot snapshot() {
        return Snapshot.read(platform.database().dataSource());
    }
}

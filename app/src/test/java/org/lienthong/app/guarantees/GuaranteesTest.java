package org.lienthong.app.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.app.guarantees.fault.BrokerKilled;
import org.lienthong.app.guarantees.fault.BrokerRestarted;
import org.lienthong.app.guarantees.fault.DatabaseCrashed;
import org.lienthong.app.guarantees.fault.DatabaseRestarted;
import org.lienthong.app.guarantees.fault.DiskFull;
import org.lienthong.app.guarantees.fault.Fault;
import org.lienthong.app.guarantees.fault.PlatformKilled;
import org.lienthong.app.guarantees.fault.RegistryOutage;
import org.lienthong.app.guarantees.fault.RollingRestart;
import org.lienthong.app.guarantees.fault.StateDeleted;
import org.lienthong.app.guarantees.site.PlatformProcess;
import org.lienthong.app.guarantees.site.Site;

/**
 * What the platform promises, proven across what may go wrong: it runs in processes of its own, faults strike while
 * events come in, and afterwards topics and tables are those of a run without faults.
 *
 * <p>{@code -Dfaults.seed} repeats a run; with {@code -Dfaults.rounds} every fault has its turn, that many times;
 * {@code -Dfaults.dossiers} sets the size of the input, {@code -Dfaults.only} a part of the scenario's name. See
 * docs/how-to/faults.md.
 */
class GuaranteesTest {

    private static final List<Guarantee> GUARANTEES = List.of(
            new NothingLost(),
            new NoEffectTwice(),
            new OrderPerDossier(),
            new Convergence(),
            new LedgerBalance(),
            new RowsEqualTopics());

    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 0);
    private static final String ONLY = System.getProperty("faults.only", "");
    private static final int SHOWN = 10;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

    /** Kept after a failure, for its logs. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /**
     * Faults on one site.
     *
     * @param instances of the platform
     * @param piece records to send around each fault
     */
    record Scenario(String name, int instances, int dossiers, int piece, List<Fault> faults) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() {
        return (ROUNDS == 0 ? Stream.of(brief()) : thorough())
                .filter(scenario -> scenario.name().contains(ONLY));
    }

    /** One site and few faults, so that every build can afford it. */
    private static Scenario brief() {
        return new Scenario(
                "one fault after the other",
                1,
                Integer.getInteger("faults.dossiers", 300),
                400,
                List.of(new PlatformKilled(), new DatabaseRestarted(), new StateDeleted(), new RegistryOutage()));
    }

    private static Stream<Scenario> thorough() {
        return Stream.of(
                scenario("the platform is killed", 1, new PlatformKilled()),
                scenario("one of two instances is killed", 2, new PlatformKilled()),
                scenario("two instances are restarted in turn", 2, new RollingRestart()),
                scenario("the broker is restarted and killed", 1, new BrokerRestarted(), new BrokerKilled()),
                scenario("PostgreSQL is restarted and crashes", 1, new DatabaseRestarted(), new DatabaseCrashed()),
                scenario("the registry is away", 1, new RegistryOutage()),
                scenario("the disk is full", 1, new DiskFull()),
                scenario("the state is lost", 1, new StateDeleted()),
                scenario(
                        "everything, in any order",
                        2,
                        new PlatformKilled(),
                        new RollingRestart(),
                        new BrokerRestarted(),
                        new BrokerKilled(),
                        new DatabaseRestarted(),
                        new DatabaseCrashed(),
                        new RegistryOutage(),
                        new DiskFull(),
                        new StateDeleted()));
    }

    private static Scenario scenario(String name, int instances, Fault... faults) {
        int dossiers = Integer.getInteger("faults.dossiers", 3_000);
        List<Fault> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            all.addAll(List.of(faults));
        }
        Collections.shuffle(all, new Random(SEED));
        // A dossier has about eight events.
        return new Scenario(name, instances, dossiers, 8 * dossiers / all.size(), all);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void holdWhateverGoesWrong(Scenario scenario) throws Exception {
        System.out.printf("%s: -Dfaults.seed=%d -Dfaults.dossiers=%d%n", scenario, SEED, scenario.dossiers());
        Input input = Input.of(SEED, scenario.dossiers());
        CleanRun clean = CleanRun.of(input, Files.createDirectory(directory.resolve("clean-run")));
        try (Site site = Site.start(directory, scenario.instances())) {
            try (Publisher publisher = new Publisher(site, input)) {
                new Ordeal(site, publisher, new Random(SEED)).undergo(scenario.faults(), scenario.piece());
                publisher.finish();
            }
            awaitRest(site, clean);
            // What is still on its way would come out now, and nothing can follow.
            site.platforms().forEach(PlatformProcess::terminate);
            assertThat(report(Evidence.gather(site), clean))
                    .as("%s, -Dfaults.seed=%d, logs in %s", scenario, SEED, directory)
                    .isEmpty();
        }
    }

    /** When it does not come to rest in time, the report on what there is then says why. */
    private static void awaitRest(Site site, CleanRun clean) {
        try {
            await("all guarantees hold")
                    .atMost(SETTLED_WITHIN)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> site.progress().isDrained()
                            && report(Evidence.gather(site), clean).isEmpty());
        } catch (ConditionTimeoutException e) {
            System.out.println(e.getMessage());
        }
    }

    private static String report(Evidence found, CleanRun clean) {
        StringBuilder report = new StringBuilder();
        for (Guarantee guarantee : GUARANTEES) {
            List<String> breaches = guarantee.breaches(found, clean);
            if (!breaches.isEmpty()) {
                report.append("%n%s: broken in %d places".formatted(guarantee.name(), breaches.size()));
                breaches.stream().limit(SHOWN).forEach(breach -> report.append("%n  ".formatted() + breach));
            }
        }
        return report.toString();
    }
}

package org.lienthong.benchmarks.engines;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.lienthong.runtime.job.JobRunner;
import org.lienthong.runtime.streams.StateKeeping;
import org.lienthong.runtime.streams.StreamsJob;
import org.lienthong.runtime.streams.StreamsSettings;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.streams.deadline.DeadlineSettings;
import org.lienthong.streams.dossier.DossierSyncTopology;
import org.lienthong.streams.dossier.DossierSyncTopology.Scope;
import org.lienthong.streams.dossier.MergeSettings;
import org.lienthong.streams.unit.UnitRollupTopology;

/** The platform's own jobs, as a deployment runs them: receipts, ledger and alerts are made too. */
public class ProductEngine implements Engine {

    /** System property: how many copies of each task's state other instances keep; 0 unless it is set. */
    static final String STANDBYS = "bench.standbys";

    private static final int RECORD_CACHE_MEGABYTES = 64;

    @Override
    public String name() {
        return "full";
    }

    @Override
    public Output output() {
        return Output.TOPICS;
    }

    @Override
    public String group() {
        return DossierSyncTopology.NAME;
    }

    StateKeeping keeping() {
        return StateKeeping.HEAP;
    }

    Scope scope() {
        return Scope.FULL;
    }

    @Override
    public Running start(Job job) {
        AvroSerdes serdes = Job.serdes();
        MergeSettings merge = new MergeSettings(
                MergeSettings.DEFAULTS.historyLimit(),
                MergeSettings.DEFAULTS.futureTolerance(),
                MergeSettings.DEFAULTS.earliestEvent(),
                MergeSettings.DEFAULTS.cachedRecords(),
                keeping());
        Map<String, String> standbys =
                Map.of(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, System.getProperty(STANDBYS, "0"));
        StreamsSettings settings =
                new StreamsSettings(job.threads(), Job.COMMIT_INTERVAL, RECORD_CACHE_MEGABYTES, standbys);
        StreamsSettings one = new StreamsSettings(1, Job.COMMIT_INTERVAL, 0, standbys);
        StreamsJob sync = new StreamsJob(
                DossierSyncTopology.NAME,
                DossierSyncTopology.build(serdes, merge, Job.CLOCK, DeadlineSettings.DEFAULTS, scope()),
                job.kafka(),
                settings,
                job.directory());
        StreamsJob rollup = new StreamsJob(
                UnitRollupTopology.NAME,
                UnitRollupTopology.build(serdes, scope().detail()),
                job.kafka(),
                one,
                job.directory());
        JobRunner jobs = new JobRunner(List.of(sync, rollup));
        jobs.start();
        return jobs::close;
    }
}

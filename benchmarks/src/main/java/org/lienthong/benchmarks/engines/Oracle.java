package org.lienthong.benchmarks.engines;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serializer;
import org.lienthong.producers.generator.SilentYear;
import org.lienthong.reporting.digest.TableDigest;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.RecordFold;
import org.lienthong.streams.record.Trace;
import org.lienthong.streams.unit.ContributionRules;
import org.lienthong.streams.unit.StatisticsTable;
import org.lienthong.streams.unit.UnitTree;

/**
 * Says what must come out, by definition and by no engine: the record of a dossier is the fold of its distinct facts in
 * their order, and the figures of a unit are what the records below it count.
 */
final class Oracle extends SilentYear {

    private static final Figures NOTHING = new Figures();

    private final RecordFold fold = new RecordFold(Job.reference(), Trace.NONE);
    private final Comparator<Fact> order = new FactCodec(Job.serdes()).foldOrder();
    private final UnitTree units = Job.units();

    /** Of the dossiers that were not judged yet. */
    private final Map<String, List<Fact>> facts = new HashMap<>();

    private final TableDigest records = new TableDigest();
    private final StatisticsTable table = new StatisticsTable(units);
    private long events;
    private long dossiers;

    @Override
    public void publish(DossierEvent event) {
        see(Fact.of(event));
    }

    @Override
    public void publish(PermitEvent event) {
        see(Fact.of(event));
    }

    private void see(Fact fact) {
        events++;
        facts.computeIfAbsent(fact.dossierCode(), code -> new ArrayList<>(8)).add(fact);
    }

    /** All events of the dossiers that were seen since the last time have been seen: their facts are forgotten. */
    void judge() {
        facts.forEach((code, seen) -> {
            DossierRecord record = record(seen);
            records.put(code, record);
            table.add(ContributionRules.contribution(record, units, Job.CLOCK.instant()), 1);
        });
        dossiers += facts.size();
        facts.clear();
    }

    Expected conclude() {
        TableDigest statistics = new TableDigest();
        Map<String, byte[]> values = new TreeMap<>();
        Serializer<UnitStatistics> serializer =
                Job.serdes().of(Topics.UNIT_STATISTICS).serializer();
        table.drain((key, figures) -> {
            if (!figures.getFigures().equals(NOTHING)) {
                statistics.put(key, figures);
                values.put(key, serializer.serialize(Topics.UNIT_STATISTICS.name(), figures));
            }
        });
        return new Expected(events, dossiers, new Digests(records.digest(), statistics.digest()).text(), values);
    }

    private DossierRecord record(List<Fact> seen) {
        List<Fact> distinct = seen.stream().sorted(order).distinct().toList();
        DossierRecord record = RecordFold.blank(distinct.get(0));
        distinct.forEach(fact -> fold.apply(record, fact));
        return record;
    }
}

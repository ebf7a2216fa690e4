package org.lienthong.benchmarks.engines;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serializer;
import org.lienthong.reporting.digest.TableDigest;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;
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
final class Oracle {

    private static final Figures NOTHING = new Figures();

    private final RecordFold fold = new RecordFold(Job.reference(), Trace.NONE);
    private final UnitTree units = Job.units();

    private final TableDigest records = new TableDigest();
    private final StatisticsTable table = new StatisticsTable(units);
    private long dossiers;

    /** @param distinct the facts of one dossier in their order, see {@link Lives#drain} */
    void judge(List<Fact> distinct) {
        DossierRecord record = RecordFold.blank(distinct.get(0));
        distinct.forEach(fact -> fold.apply(record, fact));
        records.put(record.getCode(), record);
        table.add(ContributionRules.contribution(record, units, Job.CLOCK.instant()), 1);
        dossiers++;
    }

    /** @param events that were sent, doubled ones counted twice */
    Expected conclude(long events) {
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
}

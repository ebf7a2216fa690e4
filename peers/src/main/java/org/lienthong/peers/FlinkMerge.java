package org.lienthong.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.lienthong.peers.DossierState.Event;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.statistics.DossierContribution;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.unit.StatisticsTable;

/**
 * Merges events, keyed by dossier: a bundle between two checkpoints, as the mini-batches of Flink's SQL are, so that a
 * dossier is read, written and sent once in that time. Gives records by code, and changes of figures on the side.
 */
@SuppressWarnings("NullAway.Init") // Flink opens it before the first event
final class FlinkMerge extends AbstractStreamOperator<Tuple2<String, byte[]>>
        implements OneInputStreamOperator<Tuple3<String, Boolean, byte[]>, Tuple2<String, byte[]>> {

    static final OutputTag<Tuple2<String, byte[]>> FIGURES = new OutputTag<>("figures", FlinkTypes.KEYED_BYTES);

    private transient Rules rules;
    private transient Serializer<UnitStatistics> figures;
    private transient StatisticsTable changes;
    private transient Map<String, Open> bundle;
    private transient ValueState<byte[]> records;
    private transient ListState<Tuple2<Boolean, byte[]>> events;

    @Override
    public void open() throws Exception {
        super.open();
        rules = new Rules();
        figures = rules.serdes().of(Topics.UNIT_STATISTICS).serializer();
        changes = new StatisticsTable(rules.units());
        bundle = new HashMap<>();
        records = getRuntimeContext().getState(new ValueStateDescriptor<>("record", FlinkTypes.BYTES));
        events = getRuntimeContext()
                .getListState(new ListStateDescriptor<>("events", Types.TUPLE(Types.BOOLEAN, FlinkTypes.BYTES)));
    }

    @Override
    public void processElement(StreamRecord<Tuple3<String, Boolean, byte[]>> element) throws Exception {
        String code = element.getValue().f0;
        Event event = new Event(element.getValue().f1, element.getValue().f2);
        Fact fact = rules.read(event);
        Open open = bundle.get(code);
        if (open == null) {
            open = opened(records.value());
            bundle.put(code, open);
        }
        if (!open.whole && fact.order().compareToLastOf(open.dossier.record()) <= 0) {
            open.complete(events.get(), rules);
        }
        if (open.dossier.apply(event, fact, rules)) {
            open.added.add(Tuple2.of(event.permit(), event.value()));
        }
    }

    private Open opened(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Open(new DossierState(), null, true);
        }
        DossierRecord record = rules.read(bytes);
        return new Open(new DossierState(record, new ArrayList<>()), rules.contribution(record), false);
    }

    /** All that came before the checkpoint is in it. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
        for (Map.Entry<String, Open> entry : bundle.entrySet()) {
            Open open = entry.getValue();
            if (!open.added.isEmpty()) {
                write(entry.getKey(), open);
            }
        }
        bundle.clear();
        changes.drain((key, sum) -> output.collect(
                FIGURES, new StreamRecord<>(Tuple2.of(key, figures.serialize(Topics.UNIT_STATISTICS.name(), sum)))));
        // What goes on is what changed: the sums are kept where they are added up.
        changes = new StatisticsTable(rules.units());
    }

    private void write(String code, Open open) throws Exception {
        setCurrentKey(code);
        DossierRecord record = open.dossier.record();
        byte[] bytes = rules.write(record);
        records.update(bytes);
        events.addAll(open.added);
        output.collect(new StreamRecord<>(Tuple2.of(code, bytes)));
        DossierContribution now = rules.contribution(record);
        if (!now.equals(open.before)) {
            if (open.before != null) {
                changes.add(open.before, -1);
            }
            changes.add(now, 1);
        }
    }

    /** A dossier while the bundle is open. */
    private static final class Open {

        private final @Nullable DossierContribution before;
        private final List<Tuple2<Boolean, byte[]>> added = new ArrayList<>();
        private DossierState dossier;
        /** Whether all its events are there; only one that is late needs them. */
        private boolean whole;

        Open(DossierState dossier, @Nullable DossierContribution before, boolean whole) {
            this.dossier = dossier;
            this.before = before;
            this.whole = whole;
        }

        void complete(Iterable<Tuple2<Boolean, byte[]>> earlier, Rules rules) {
            List<Event> all = new ArrayList<>(dossier.events());
            earlier.forEach(event -> all.add(new Event(event.f0, event.f1)));
            dossier = new DossierState(dossier.record(), rules.inOrder(all));
            whole = true;
        }
    }
}

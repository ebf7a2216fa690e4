package org.lienthong.peers;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.common.serialization.Serde;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;

/** Adds changes of figures up, keyed as the figures are. */
final class FlinkSum extends KeyedProcessFunction<String, Tuple2<String, byte[]>, Tuple2<String, byte[]>> {

    private transient Serde<UnitStatistics> figures;
    private transient ValueState<byte[]> sums;

    @Override
    public void open(OpenContext context) {
        figures = new Rules().serdes().of(Topics.UNIT_STATISTICS);
        sums = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", FlinkTypes.BYTES));
    }

    @Override
    public void processElement(Tuple2<String, byte[]> change, Context context, Collector<Tuple2<String, byte[]>> output)
            throws Exception {
        byte[] before = sums.value();
        byte[] after = before == null ? change.f1 : write(Figures.add(read(before), read(change.f1), 1));
        sums.update(after);
        output.collect(Tuple2.of(change.f0, after));
    }

    private UnitStatistics read(byte[] bytes) {
        return figures.deserializer().deserialize(Topics.UNIT_STATISTICS.name(), bytes);
    }

    private byte[] write(UnitStatistics sum) {
        return figures.serializer().serialize(Topics.UNIT_STATISTICS.name(), sum);
    }
}

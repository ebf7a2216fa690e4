package org.lienthong.streams.reference;

import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.reference.WorkingDay;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;

/** {@code ref.working-days} inside a job: the working time that limits and warnings count in. */
public final class WorkingDaysTable {

    private final GlobalTable<WorkingDay> table;

    private WorkingDaysTable(GlobalTable<WorkingDay> table) {
        this.table = table;
    }

    public static WorkingDaysTable addTo(Topology topology, AvroSerdes serdes) {
        return new WorkingDaysTable(GlobalTable.addTo(topology, serdes, Topics.WORKING_DAYS, "working-days"));
    }

    /** Working time by the days known at each call; to be asked for in a processor's init and used by it alone. */
    public Supplier<WorkingTime> reader(ProcessorContext<?, ?> context) {
        return table.view(context, WorkingTime::new);
    }
}

package org.lienthong.streams.reference;

import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;

/** {@code ref.procedures} inside a job. */
public final class ProceduresTable {

    private final GlobalTable<Procedure> table;

    private ProceduresTable(GlobalTable<Procedure> table) {
        this.table = table;
    }

    public static ProceduresTable addTo(Topology topology, AvroSerdes serdes) {
        return new ProceduresTable(GlobalTable.addTo(topology, serdes, Topics.REF_PROCEDURES, "procedures"));
    }

    /** Time limits as known at each call; to be asked for in a processor's init and used by it alone. */
    public Supplier<ProcedureLimits> reader(ProcessorContext<?, ?> context) {
        return table.view(context, ProcedureLimits::new);
    }
}

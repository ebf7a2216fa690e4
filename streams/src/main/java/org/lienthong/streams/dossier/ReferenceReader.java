package org.lienthong.streams.dossier;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.streams.record.Reference;
import org.lienthong.streams.reference.ProcedureLimits;
import org.lienthong.streams.reference.ProceduresTable;
import org.lienthong.streams.reference.WorkingDaysTable;

/** The fold's reference data out of the tables of the topology. */
record ReferenceReader(Supplier<WorkingTime> workingTimes, Supplier<ProcedureLimits> limits) implements Reference {

    /** Both tables, once for a topology. */
    record Tables(WorkingDaysTable workingDays, ProceduresTable procedures) {

        static Tables addTo(Topology topology, AvroSerdes serdes) {
            return new Tables(WorkingDaysTable.addTo(topology, serdes), ProceduresTable.addTo(topology, serdes));
        }

        /** To be asked for in a processor's init and used by it alone. */
        Reference reader(ProcessorContext<?, ?> context) {
            return new ReferenceReader(workingDays.reader(context), procedures.reader(context));
        }
    }

    @Override
    public WorkingTime workingTime() {
        return workingTimes.get();
    }

    @Override
    public Optional<Duration> timeLimit(@Nullable String procedureCode) {
        var hours = limits.get().limitHours(procedureCode);
        return hours.isPresent() ? Optional.of(Duration.ofHours(hours.getAsInt())) : Optional.empty();
    }
}

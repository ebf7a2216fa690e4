package org.lienthong.streams.dossier;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
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

/** The fold's reference data out of the tables of the topology. Belongs to one task. */
public final class ReferenceReader {

    private final Supplier<WorkingTime> workingTime;
    private final Supplier<ProcedureLimits> limits;
    private WorkingTime lastTime;
    private ProcedureLimits lastLimits;
    private Snapshot current;

    private ReferenceReader(Supplier<WorkingTime> workingTime, Supplier<ProcedureLimits> limits) {
        this.workingTime = workingTime;
        this.limits = limits;
        lastTime = workingTime.get();
        lastLimits = limits.get();
        current = new Snapshot(lastTime, lastLimits);
    }

    /** Both tables, once for a topology. */
    record Tables(WorkingDaysTable workingDays, ProceduresTable procedures) {

        static Tables addTo(Topology topology, AvroSerdes serdes) {
            return new Tables(WorkingDaysTable.addTo(topology, serdes), ProceduresTable.addTo(topology, serdes));
        }

        /** To be asked for in a processor's init and used by it alone. */
        ReferenceReader reader(ProcessorContext<?, ?> context) {
            return new ReferenceReader(workingDays.reader(context), procedures.reader(context));
        }
    }

    /** The data as they stand: the same object until their content changes. */
    Snapshot current() {
        WorkingTime time = workingTime.get();
        ProcedureLimits limit = limits.get();
        if (time != lastTime || limit != lastLimits) {
            lastTime = time;
            lastLimits = limit;
            Snapshot next = new Snapshot(time, limit);
            if (!next.equals(current)) {
                current = next;
            }
        }
        return current;
    }

    /** Reference data at one moment. */
    public record Snapshot(WorkingTime workingTime, ProcedureLimits limits) implements Reference {

        @Override
        public Optional<Duration> timeLimit(@Nullable String procedureCode) {
            OptionalInt hours = limits.limitHours(procedureCode);
            return hours.isPresent() ? Optional.of(Duration.ofHours(hours.getAsInt())) : Optional.empty();
        }

        /** The same for the same content, on every machine. */
        long fingerprint() {
            return (long) workingTime.hashCode() << Integer.SIZE | limits.hashCode() & 0xffff_ffffL;
        }
    }
}

package org.lienthong.producers.eventlog;

import static org.lienthong.producers.problem.ProblemCode.CODE_COLLISION;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.producers.mapping.LogRow;
import org.lienthong.producers.mapping.MappedRow;
import org.lienthong.producers.mapping.RejectedRowException;
import org.lienthong.producers.mapping.RowMapper;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.publish.EventRules;
import org.lienthong.producers.publish.EventSink;
import org.lienthong.schemas.dossier.DossierEvent;

/**
 * Publishes an event log as dossier events. Good rows go through, bad ones are kept aside with a reason. In memory are
 * the ids of the cases and their derived events, nothing of the rows.
 */
public final class EventLogImporter {

    private final LogMapping mapping;
    private final RowMapper rows;
    private final EventSink sink;

    public EventLogImporter(LogMapping mapping, EventSink sink) {
        this.mapping = mapping;
        this.rows = new RowMapper(mapping);
        this.sink = sink;
    }

    /**
     * Reads the file to its end, or to where it breaks, and waits until what it said is acknowledged.
     *
     * @param rejectDirectory where {@code <name>.rejects.jsonl} is written when rows are rejected
     * @param progress is told the number of rows read so far
     * @throws ImportRefusedException when the file cannot be imported at all: nothing was published
     * @throws org.lienthong.producers.publish.PublishFailedException when the cluster did not take the events
     */
    public ImportResult importFile(Path file, Path rejectDirectory, LongConsumer progress) {
        try (LogSource source = LogFile.open(file, mapping.source(), rows.columns());
                RejectFile rejects = new RejectFile(file, rejectDirectory)) {
            Run run = new Run(rejects, progress);
            Optional<Problem> stopped = run.readAll(source);
            sink.flush();
            return run.result(stopped);
        }
    }

    /** One file on its way. */
    private final class Run {

        private final RejectFile rejects;
        private final LongConsumer progress;
        private final Set<String> derivedIds = new HashSet<>();
        private final Map<String, String> caseByCode = new HashMap<>();
        private long read;
        private long published;
        private long rejected;

        Run(RejectFile rejects, LongConsumer progress) {
            this.rejects = rejects;
            this.progress = progress;
        }

        Optional<Problem> readAll(LogSource source) {
            try {
                for (Optional<LogRow> row = source.next(); row.isPresent(); row = source.next()) {
                    take(row.get());
                    progress.accept(++read);
                }
                return Optional.empty();
            } catch (BrokenLogException e) {
                return Optional.of(e.problem());
            }
        }

        ImportResult result(Optional<Problem> stopped) {
            return new ImportResult(
                    read, published, rejected, derivedIds.size(), caseByCode.size(), rejects.written(), stopped);
        }

        private void take(LogRow row) {
            Problem problem = row.defect() != null ? row.defect() : publish(row);
            if (problem == null) {
                published++;
            } else {
                rejected++;
                rejects.add(row, problem);
            }
        }

        /** @return why the row was rejected, or null */
        private @Nullable Problem publish(LogRow row) {
            try {
                MappedRow mapped = rows.map(row);
                String code = mapped.event().getDossierCode();
                String known = caseByCode.get(code);
                if (known != null && !known.equals(mapped.caseId())) {
                    return Problem.of(CODE_COLLISION, code);
                }
                Optional<Problem> wrong = firstProblem(mapped);
                if (wrong.isPresent()) {
                    return wrong.get();
                }
                for (DossierEvent derived : mapped.derived()) {
                    if (!derivedIds.contains(derived.getHeader().getEventId())) {
                        sink.publish(derived);
                        derivedIds.add(derived.getHeader().getEventId());
                    }
                }
                sink.publish(mapped.event());
                caseByCode.put(code, mapped.caseId());
                return null;
            } catch (RejectedRowException e) {
                return e.problem();
            }
        }

        /** Asked before anything of the row is sent, so that a rejected row leaves no trace. */
        private static Optional<Problem> firstProblem(MappedRow mapped) {
            return Stream.concat(mapped.derived().stream(), Stream.of(mapped.event()))
                    .flatMap(event -> EventRules.problem(event).stream())
                    .findFirst();
        }
    }
}

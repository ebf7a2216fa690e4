package org.lienthong.streams.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.streams.reference.WorkingDaysTable;

/**
 * Watches the open dossiers of a partition. Each has at most one timer, for the next alert that it would have; a
 * dossier that cannot have one, because it is over or its clock stands still, leaves nothing behind. A change of the
 * working days moves the warning of a dossier at its next record.
 */
final class DeadlineWatch implements Processor<String, DossierRecord, String, DeadlineAlert> {

    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    private final Clock clock;
    private final Duration warning;
    private final WorkingDaysTable workingDays;
    private final Timers timers = new Timers();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before the first record
    private ProcessorContext<String, DeadlineAlert> context;

    @SuppressWarnings("NullAway.Init")
    private Supplier<WorkingTime> workingTime;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Watch> watches;

    /** @param warning how much working time before the due date a dossier is due soon */
    DeadlineWatch(Clock clock, Duration warning, WorkingDaysTable workingDays) {
        this.clock = clock;
        this.warning = warning;
        this.workingDays = workingDays;
    }

    @Override
    public void init(ProcessorContext<String, DeadlineAlert> context) {
        this.context = context;
        workingTime = workingDays.reader(context);
        watches = context.getStateStore(DeadlineStage.WATCHES_STORE);
        try (KeyValueIterator<String, Watch> all = watches.all()) {
            all.forEachRemaining(watch -> setTimer(AlertRules.changesAt(watch.value), watch.key));
        }
        context.schedule(LOOK_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::raiseDue);
    }

    @Override
    public void process(Record<String, DossierRecord> input) {
        DossierRecord record = input.value();
        Instant now = clock.instant();
        Watch before = watches.get(input.key());
        Watch after = AlertRules.watch(record, workingTime.get(), warning, now);
        replace(input.key(), before, after);
        for (DeadlineAlert alert : AlertRules.alerts(before, after, record, now)) {
            send(alert, input.timestamp());
        }
    }

    private void raiseDue(long timestamp) {
        Instant now = clock.instant();
        for (String code : timers.upTo(now)) {
            Watch before = watches.get(code);
            Watch after = before.with(AlertRules.standing(before, now));
            replace(code, before, after);
            send(AlertRules.raised(code, after), timestamp);
        }
    }

    private void replace(String code, @Nullable Watch before, @Nullable Watch after) {
        Instant timer = before == null ? null : AlertRules.changesAt(before);
        Instant next = after == null ? null : AlertRules.changesAt(after);
        if (!Objects.equals(next, timer)) {
            if (timer != null) {
                timers.cancel(timer, code);
            }
            setTimer(next, code);
        }
        if (after != null && !after.equals(before)) {
            watches.put(code, after);
        } else if (after == null && before != null) {
            watches.delete(code);
        }
    }

    private void setTimer(@Nullable Instant at, String code) {
        if (at != null) {
            timers.set(at, code);
        }
    }

    private void send(DeadlineAlert alert, long timestamp) {
        context.forward(new Record<>(alert.getDossierCode(), alert, timestamp));
    }
}

package org.lienthong.app.quarantine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Messages;
import org.lienthong.producers.redrive.RedriveRecord;
import org.lienthong.producers.redrive.RedriveResult;
import org.lienthong.producers.redrive.RedriveResult.Failed;
import org.lienthong.producers.redrive.RedriveResult.Sent;
import org.lienthong.producers.redrive.Redriver;
import org.lienthong.reporting.quarantine.Payload;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;

/** Sends quarantined records again, a batch at a time. It can be interrupted and run again. */
public final class RedriveRun {

    /** Values of up to about 1 MiB: a batch fits into memory. */
    private static final int BATCH = 50;

    private final QuarantineStore store;
    private final UnaryOperator<RedriveRecord> mend;

    /** @param mend what is changed in each record; identity where nothing is */
    public RedriveRun(QuarantineStore store, UnaryOperator<RedriveRecord> mend) {
        this.store = store;
        this.mend = mend;
    }

    /**
     * What became of one record.
     *
     * @param to where it stands now, or the topic where it would go; null: it was not sent
     * @param problem code and words in both languages; null: none
     */
    public record Line(
            String origin, @Nullable String to, @Nullable String problem) {

        public boolean passed() {
            return problem == null;
        }
    }

    /** Says what would be sent; sends nothing. */
    public List<Line> rehearse(List<Origin> origins, Consumer<Line> seen) {
        List<Line> lines = new ArrayList<>();
        for (Origin origin : origins) {
            Line line = store.payload(origin)
                    .map(payload -> new Line(Origins.text(origin), origin.getTopic(), null))
                    .orElseGet(() -> missing(origin));
            lines.add(line);
            seen.accept(line);
        }
        return lines;
    }

    /** @param seen told of each record as soon as the cluster has acknowledged its batch */
    public List<Line> send(List<Origin> origins, Redriver redriver, Consumer<Line> seen) {
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < origins.size(); from += BATCH) {
            List<Line> batch = sendBatch(origins.subList(from, Math.min(from + BATCH, origins.size())), redriver);
            batch.forEach(seen);
            lines.addAll(batch);
        }
        return lines;
    }

    private List<Line> sendBatch(List<Origin> origins, Redriver redriver) {
        List<Line> lines = new ArrayList<>();
        List<RedriveRecord> records = new ArrayList<>();
        for (Origin origin : origins) {
            Optional<Payload> payload = store.payload(origin);
            if (payload.isPresent()) {
                records.add(mend.apply(record(origin, payload.get())));
            } else {
                lines.add(missing(origin));
            }
        }
        redriver.send(records).forEach(result -> lines.add(line(result)));
        return lines;
    }

    private static RedriveRecord record(Origin origin, Payload payload) {
        return new RedriveRecord(origin, payload.key(), payload.value(), payload.headers());
    }

    private static Line line(RedriveResult result) {
        String origin = Origins.text(result.origin());
        return result instanceof Sent sent
                ? new Line(origin, Origins.text(sent.to()), null)
                : new Line(origin, null, ((Failed) result).problem().toString());
    }

    private static Line missing(Origin origin) {
        String text = Origins.text(origin);
        return new Line(text, null, Messages.inOneLine("NOT_IN_QUARANTINE", text));
    }
}

package org.lienthong.runtime.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Asks for a commit soon where somebody waits for it. A commit costs much the same however much is in it. So what was
 * sent just now is committed after a short while, and a backlog, in which nothing is news any more, at the usual
 * interval. Belongs to one processor, which tells it of what it reads and of each commit.
 */
public final class Promptness {

    /** What was sent less than so long ago is news. */
    private static final long NEWS_MILLIS = 1_000;

    private static final long NOTHING = Long.MIN_VALUE;

    private final ProcessorContext<?, ?> context;
    private final long interval;

    /** Of the record read last since the last commit. */
    private long sentAt = NOTHING;

    private long committedAt;

    /**
     * To be made in the processor's init.
     *
     * @param interval from one commit to the next, while there is news
     */
    public Promptness(ProcessorContext<?, ?> context, Duration interval) {
        this.context = context;
        this.interval = interval.toMillis();
        committedAt = context.currentSystemTimeMs();
        context.schedule(interval.dividedBy(2), PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    /** @param timestamp milliseconds since the epoch, of the record: when it was sent */
    public void read(long timestamp) {
        sentAt = timestamp;
    }

    /** To be called before each commit, whoever asked for it: all tasks of a thread commit together. */
    public void committed() {
        sentAt = NOTHING;
        committedAt = context.currentSystemTimeMs();
    }

    private void look(long now) {
        if (sentAt != NOTHING && now - sentAt < NEWS_MILLIS && now - committedAt >= interval) {
            context.commit();
        }
    }
}

package org.lienthong.app.outcome;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.lienthong.app.platform.Platform;
import org.lienthong.runtime.streams.GroupLag;

/** Waits until everything that was published has gone the whole way to the answers. */
public final class DrainWait {

    private static final Duration POLL = Duration.ofMillis(200);
    /** Longer than the jobs take to send what they have gathered, which is the time from one commit to the next. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final Platform platform;
    private final Duration patience;

    /** @param patience how long the line may stand still before it is given up */
    public DrainWait(Platform platform, Duration patience) {
        this.platform = platform;
        this.patience = patience;
    }

    /**
     * Returns when all is at rest, and {@code complete} says so too or the line has rested for long.
     *
     * @param complete whether the answers have all that is expected of them
     * @return whether it was complete within the patience
     */
    public boolean await(BooleanSupplier complete) throws InterruptedException {
        try (GroupLag groups = new GroupLag(platform.settings().kafka())) {
            long lastLag = Long.MAX_VALUE;
            long lastMove = System.nanoTime();
            while (true) {
                platform.throwIfFailed();
                long lag = platform.lag(groups);
                long now = System.nanoTime();
                if (lag != lastLag) {
                    lastLag = lag;
                    lastMove = now;
                }
                boolean rested = lag == 0 && now - lastMove >= REST.toNanos();
                if (rested && complete.getAsBoolean()) {
                    return true;
                }
                if (now - lastMove > patience.toNanos()) {
                    return false;
                }
                Thread.sleep(POLL.toMillis());
            }
        }
    }
}

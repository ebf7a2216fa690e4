package org.lienthong.app.guarantees;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.lienthong.app.guarantees.fault.Fault;
import org.lienthong.app.guarantees.site.Progress;
import org.lienthong.app.guarantees.site.Site;

/** Lets faults strike a site while events come in, each in the middle of a transaction. */
final class Ordeal {

    private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);
    /** A transaction is open for less than the commit interval. */
    private static final Duration LOOK_CLOSELY = Duration.ofMillis(10);

    private static final int MOST_OPEN = 200;
    private static final int TRICKLE = 10;

    private final Site site;
    private final Publisher publisher;
    private final Random dice;

    Ordeal(Site site, Publisher publisher, Random dice) {
        this.site = site;
        this.publisher = publisher;
        this.dice = dice;
    }

    /** @param piece most records to send around each fault: half of them before it, half while it strikes */
    void undergo(List<Fault> faults, int piece) {
        for (Fault fault : faults) {
            long open = awaitTransaction(piece / 2);
            Map<TopicPartition, Long> before = site.progress().inputs();
            publisher.send(piece / 2);
            long start = System.nanoTime();
            fault.strike(site, dice);
            await(fault.name() + ": all that came before it has its receipt in PostgreSQL")
                    .atMost(RECOVERED_WITHIN)
                    .pollInterval(LOOK)
                    .until(() -> site.progress().hasAnswered(before));
            System.out.printf(
                    "%s: %d receipts not committed when it struck; all answered after %.1f s%n",
                    fault.name(), open, (System.nanoTime() - start) / 1e9);
        }
    }

    /** Sends some records; returns while a transaction is open, and says how many receipts are in it. */
    private long awaitTransaction(int records) {
        Progress progress = site.progress();
        publisher.send(1 + dice.nextInt(records));
        AtomicLong wanted = new AtomicLong(1 + dice.nextInt(MOST_OPEN));
        AtomicLong open = new AtomicLong();
        await("a transaction with receipts")
                .atMost(RECOVERED_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_CLOSELY)
                .until(() -> {
                    open.set(progress.written().orElse(0) - progress.committed().orElse(Long.MAX_VALUE));
                    if (open.get() == 0 && progress.isMerged()) {
                        // All was committed before it came to so many: a few more, and the first of them will do.
                        publisher.send(TRICKLE);
                        wanted.set(1);
                    }
                    return open.get() >= wanted.get();
                });
        return open.get();
    }
}

package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SharedTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();
    private final Shared<String> shared = new Shared<>(nanoTime::get);

    @Test
    void aVersionIsMadeOnce() throws Exception {
        assertThat(shared.get(1, this::make)).isEqualTo("made 1");
        assertThat(shared.get(1, this::make)).isEqualTo("made 1");
        assertThat(shared.get(2, this::make)).isEqualTo("made 2");
    }

    @Test
    void whileItIsMadeAnewTheOthersGetTheLastOne() throws Exception {
        shared.get(1, this::make);
        try (Slow slow = new Slow(2)) {
            assertThat(shared.get(2, this::make)).isEqualTo("made 1");
            assertThat(slow.finish()).isEqualTo("slow");
        }
        assertThat(shared.get(2, this::make)).isEqualTo("slow");
        assertThat(made).hasValue(1);
    }

    @Test
    void oneThatHasNotHeldForLongIsNotGivenAnyMore() throws Exception {
        shared.get(1, this::make);
        nanoTime.addAndGet(Shared.STILL_GOOD.toNanos());
        try (Slow slow = new Slow(2)) {
            CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> get(2));
            slow.finish();

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("slow");
        }
    }

    @Test
    void aFailureIsToldToWhoMetItAndNotKept() throws Exception {
        assertThatThrownBy(() -> shared.get(1, () -> {
                    throw new SQLException("away");
                }))
                .hasMessage("away");
        assertThat(shared.get(1, this::make)).isEqualTo("made 1");
    }

    private String make() {
        return "made " + made.incrementAndGet();
    }

    private String get(long version) {
        try {
            return shared.get(version, this::make);
        } catch (SQLException | ProblemException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a version in a thread of its own, and is not done before it is told to. */
    private final class Slow implements AutoCloseable {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final CompletableFuture<String> value;

        Slow(long version) throws InterruptedException {
            value = CompletableFuture.supplyAsync(() -> {
                try {
                    return shared.get(version, () -> {
                        begun.countDown();
                        await(mayEnd);
                        return "slow";
                    });
                } catch (SQLException | ProblemException e) {
                    throw new AssertionError(e);
                }
            });
            begun.await();
        }

        String finish() throws Exception {
            mayEnd.countDown();
            return value.get(10, TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            mayEnd.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}

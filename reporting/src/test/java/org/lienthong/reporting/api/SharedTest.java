package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SharedTest {

    private static final Duration STILL_GOOD = Duration.ofSeconds(1);

    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicInteger made = new AtomicInteger();
    private final Shared<String> shared = new Shared<>(STILL_GOOD, nanoTime::get);

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
        nanoTime.addAndGet(STILL_GOOD.toNanos());

        requireThatTheNextVersionIsWaitedFor();
    }

    @Test
    void aFailureIsToldToWhoMetItAndNotKept() throws Exception {
        assertThatThrownBy(() -> shared.get(1, () -> {
                    throw new SQLException("away");
                }))
                .hasMessage("away");
        assertThat(shared.get(1, this::make)).isEqualTo("made 1");
    }

    @Test
    void manyWhoAskAtOnceForWhatNobodyHasYetShareOneMaking() throws Exception {
        try (Slow slow = new Slow(1)) {
            List<CompletableFuture<String>> waiting =
                    Stream.generate(() -> inThread(() -> get(1))).limit(20).toList();
            slow.finish();

            for (CompletableFuture<String> one : waiting) {
                assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("slow");
            }
        }
        assertThat(made).hasValue(0);
    }

    @Test
    void whoWaitsMeetsTheFailureToo() throws Exception {
        try (Slow slow = new Slow(1)) {
            List<Throwable> met = new CopyOnWriteArrayList<>();
            Thread waiting = new Thread(() -> {
                try {
                    shared.get(1, this::make);
                } catch (SQLException | ProblemException e) {
                    met.add(e);
                }
            });
            waiting.start();
            await().until(waiting::getState, Thread.State.WAITING::equals);
            slow.fail();
            waiting.join();

            assertThat(met).singleElement().isInstanceOf(SQLException.class);
        }
        assertThat(made).hasValue(0);
        assertThat(shared.get(1, this::make)).isEqualTo("made 1");
    }

    @Test
    void whatWasBegunBeforeAVersionIsNotGivenForIt() throws Exception {
        try (Slow slow = new Slow(1)) {
            Thread waiting = new Thread(() -> get(2));
            waiting.start();
            await().until(waiting::getState, Thread.State.WAITING::equals);
            slow.finish();
            waiting.join();
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void aValueIsAsOldAsTheBeginningOfItsMaking() throws Exception {
        shared.get(1, () -> {
            nanoTime.addAndGet(STILL_GOOD.toNanos());
            return "took long";
        });

        requireThatTheNextVersionIsWaitedFor();
    }

    /** Each sees a newer version, and none may get what was begun before it, however the threads take turns. */
    @Test
    void whoSawAVersionGetsWhatWasBegunAfterIt() throws Exception {
        Shared<Long> newest = new Shared<>(Duration.ZERO, nanoTime::get);
        AtomicLong version = new AtomicLong();
        List<CompletableFuture<Void>> asking = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 2_000; i++) {
                                long seen = version.incrementAndGet();
                                try {
                                    assertThat(newest.get(seen, version::get)).isGreaterThanOrEqualTo(seen);
                                } catch (SQLException | ProblemException e) {
                                    throw new AssertionError(e);
                                }
                            }
                        },
                        task -> new Thread(task).start()))
                .limit(30)
                .toList();
        for (CompletableFuture<Void> one : asking) {
            one.get(15, TimeUnit.SECONDS);
        }
    }

    private void requireThatTheNextVersionIsWaitedFor() throws Exception {
        AtomicReference<String> got = new AtomicReference<>();
        try (Slow slow = new Slow(2)) {
            Thread waiting = new Thread(() -> got.set(get(2)));
            waiting.start();
            await().until(waiting::getState, Thread.State.WAITING::equals);
            slow.finish();
            waiting.join();
        }
        assertThat(got).hasValue("slow");
    }

    private String make() {
        return "made " + made.incrementAndGet();
    }

    private static <T> CompletableFuture<T> inThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
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
        private volatile boolean failing;

        Slow(long version) throws InterruptedException {
            value = inThread(() -> {
                try {
                    return shared.get(version, () -> {
                        begun.countDown();
                        await(mayEnd);
                        if (failing) {
                            throw new SQLException("away");
                        }
                        return "slow";
                    });
                } catch (SQLException | ProblemException e) {
                    throw new AssertionError(e);
                }
            });
            begun.await();
        }

        void fail() {
            failing = true;
            mayEnd.countDown();
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

package org.lienthong.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C (or SIGTERM) into an interrupt of the thread that works, and holds the end of the process until that
 * thread has closed what it opened.
 */
final class StopSignal implements AutoCloseable {

    private static final long CLOSE_WITHIN_SECONDS = 40;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    private StopSignal(Thread worker) {
        hook = new Thread(
                () -> {
                    worker.interrupt();
                    awaitClosed();
                },
                "stop-signal");
    }

    /** Open before what has to be closed, so that it is closed after it. */
    static StopSignal interruptingThisThread() {
        StopSignal signal = new StopSignal(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook has done its part.
        }
    }

    private void awaitClosed() {
        try {
            closed.await(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

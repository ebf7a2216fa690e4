package org.lienthong.app.console;

import java.io.PrintStream;
import java.util.Locale;

/** How far work is whose size nobody knows beforehand: redrawn on a terminal, said once at the end elsewhere. */
public final class ProgressCount implements AutoCloseable {

    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final boolean terminal;
    private final String label;
    private long lastDrawn;
    private long done;

    public ProgressCount(PrintStream out, boolean terminal, String label) {
        this.out = out;
        this.terminal = terminal;
        this.label = label;
    }

    /** @param done so far; never less than before */
    public void update(long done) {
        this.done = done;
        long now = System.nanoTime();
        if (terminal && now - lastDrawn >= REDRAW_NANOS) {
            lastDrawn = now;
            out.printf(Locale.ROOT, "\r%s  %,d", label, done);
            out.flush();
        }
    }

    @Override
    public void close() {
        out.printf(Locale.ROOT, "%s%s  %,d%n", terminal ? "\r" : "", label, done);
    }
}

package org.lienthong.app.guarantees;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lienthong.app.guarantees.site.Site;
import org.lienthong.producers.generator.KafkaYearSink;

/** Sends an input piece by piece, beside whatever else goes on. */
final class Publisher implements AutoCloseable {

    private final List<Object> deliveries;
    private final KafkaYearSink sink;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
    private int next;

    Publisher(Site site, Input input) {
        deliveries = input.deliveries();
        sink = new KafkaYearSink(site.kafka(), site.schemas());
    }

    /** Sends up to so many more, after what is on its way already; returns at once. */
    void send(int count) {
        List<Object> piece = deliveries.subList(next, Math.min(deliveries.size(), next + count));
        next += piece.size();
        sending = sending.thenRunAsync(
                () -> {
                    piece.forEach(delivery -> Input.send(delivery, sink));
                    sink.flush();
                },
                thread);
    }

    /** Sends the rest, and returns when every record of the input is acknowledged. */
    void finish() {
        send(deliveries.size());
        sending.join();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        sink.close();
    }
}

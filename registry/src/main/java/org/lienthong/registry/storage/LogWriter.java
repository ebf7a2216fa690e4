package org.lienthong.registry.storage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.lienthong.registry.catalog.Entry;
import org.lienthong.registry.storage.EntryJson.Pair;

/**
 * The one writer of the log. Its transactional id fences every earlier writer, and is fenced by every later one. Not
 * thread-safe.
 */
final class LogWriter implements AutoCloseable {

    /** What an earlier failure left to do before the next transaction. */
    private enum Unsettled {
        NOTHING,
        ABORT,
        COMMIT
    }

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private Unsettled unsettled = Unsettled.NOTHING;

    LogWriter(Map<String, Object> producerConfig, String topic) {
        this.producer = new KafkaProducer<>(producerConfig);
        this.topic = topic;
    }

    /** Takes over from whoever wrote before, and ends their open transaction; may be repeated after a timeout. */
    void takeOver() {
        producer.initTransactions();
    }

    boolean isSettled() {
        return unsettled == Unsettled.NOTHING;
    }

    /** Ends a transaction that failed half-way: nobody can tell whether it was committed before this returns. */
    void settle() {
        switch (unsettled) {
            case ABORT -> producer.abortTransaction();
            case COMMIT -> producer.commitTransaction();
            case NOTHING -> {}
        }
        unsettled = Unsettled.NOTHING;
    }

    /**
     * Writes all entries in one transaction.
     *
     * @return the offset after the last
     * @throws KafkaException when it is not known whether they were written; see {@link #settle}
     */
    long append(List<Entry> entries) {
        unsettled = Unsettled.ABORT;
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = entries.stream()
                .map(EntryJson::write)
                .map((Pair pair) -> producer.send(new ProducerRecord<>(topic, 0, pair.key(), pair.value())))
                .toList();
        producer.flush();
        long end = offset(sent.get(sent.size() - 1)) + 1;
        unsettled = Unsettled.COMMIT;
        producer.commitTransaction();
        unsettled = Unsettled.NOTHING;
        return end;
    }

    @Override
    public void close() {
        producer.close();
    }

    private static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}

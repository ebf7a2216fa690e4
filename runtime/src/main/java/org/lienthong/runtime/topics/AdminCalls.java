package org.lienthong.runtime.topics;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for answers of Kafka's admin client, whose futures wrap what went wrong. */
public final class AdminCalls {

    private AdminCalls() {}

    /**
     * @throws KafkaException what the cluster answered, unwrapped
     * @throws InterruptException when the waiting thread is interrupted
     */
    public static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}

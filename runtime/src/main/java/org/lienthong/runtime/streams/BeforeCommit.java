package org.lienthong.runtime.streams;

import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.processor.internals.ProcessorRecordContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets a processor act right before each commit of its task, inside the transaction: what it gathered since the last
 * commit can then be sent once, and is neither lost nor sent without the input that it came from. Where several
 * processors of a task have one, they act in the order in which their processors were added to the topology.
 *
 * <p>Kafka Streams tells only its record caches of a commit. So this is one, in name: it holds nothing, and nothing of
 * it is kept. The classes that it leans on are internal to Kafka Streams, whose version is pinned; its test shows that
 * they still do what is said here.
 */
public final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {

    private final String name;
    private boolean open;

    /** Null: no processor has started yet, and nothing was gathered. */
    private @Nullable Runnable action;

    private BeforeCommit(String name) {
        this.name = name;
    }

    /** To be added to the topology and connected to the one processor that acts. */
    public static StoreBuilder<BeforeCommit> store(String name) {
        return new Builder(name);
    }

    /**
     * To be called in the processor's init.
     *
     * @param action may forward records, with a timestamp of their own, as the processor that the context belongs to
     */
    public void act(ProcessorContext<?, ?> context, Runnable action) {
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = internal.currentNode();
        this.action = () -> {
            ProcessorNode<?, ?, ?, ?> nodeBefore = internal.currentNode();
            ProcessorRecordContext recordBefore = internal.recordContext();
            internal.setCurrentNode(node);
            internal.setRecordContext(
                    new ProcessorRecordContext(context.currentSystemTimeMs(), -1, -1, null, new RecordHeaders()));
            try {
                action.run();
            } finally {
                internal.setCurrentNode(nodeBefore);
                internal.setRecordContext(recordBefore);
            }
        };
    }

    @Override
    public void flushCache() {
        Runnable due = action;
        if (due != null) {
            due.run();
        }
    }

    /** The task becomes a standby, or stops being one: a processor that starts in it says anew what to do. */
    @Override
    public void clearCache() {
        action = null;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {});
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** There is nothing to log or to cache, whatever is asked for. */
    private record Builder(String name) implements StoreBuilder<BeforeCommit> {

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public BeforeCommit build() {
            return new BeforeCommit(name);
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}

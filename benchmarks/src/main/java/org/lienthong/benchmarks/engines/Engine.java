package org.lienthong.benchmarks.engines;

import java.util.List;
import java.util.Optional;

/**
 * Does the job in a process of its own: reads {@code dossier.events} and {@code permit.events}, which are keyed by
 * dossier code, merges each dossier to one record and counts the dossiers of each unit. Found as a service; has a
 * constructor without parameters.
 *
 * <p>Whatever it is, it reads from the beginning as the consumer group {@link #group()}, commits there how far its
 * results are visible, at least every second, and is exactly right about each event, that it may get twice or late.
 */
public interface Engine {

    /** What the job is to leave behind. */
    enum Output {
        /** Latest records on {@code dossier.records} and figures on {@code unit.statistics}. */
        TOPICS,
        /** Records on {@code dossier.records}; nobody counts. */
        RECORDS,
        /** Both in a place of its own, which {@link Running#digests()} reads. */
        OWN
    }

    /** By which it is chosen and shown. */
    String name();

    Output output();

    /** Consumer groups whose commits tell how far it is in its input. */
    default String group() {
        return name();
    }

    /** What its virtual machine must be told beside heap and garbage collector; overrides the class path too. */
    default List<String> jvmOptions() {
        return List.of();
    }

    /** Starts and returns when it is under way. */
    Running start(Job job) throws Exception;

    /** An engine at work. */
    interface Running extends AutoCloseable {

        /** Of {@link Output#OWN} results, read when the input is at its end. */
        default Optional<Digests> digests() throws Exception {
            return Optional.empty();
        }

        /** Returns when nothing runs any more. */
        @Override
        void close() throws Exception;
    }
}

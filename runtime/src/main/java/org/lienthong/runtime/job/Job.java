package org.lienthong.runtime.job;

import java.util.Optional;

/** Something that runs until it is closed: a topology, a sink, a server. */
public interface Job extends AutoCloseable {

    /** Kebab-case, unique in a process; names threads, log lines and consumer groups. */
    String name();

    /** Starts the work and returns; the job may become ready later. */
    void start();

    /** Whether it does its work now: partitions assigned, state restored, port open. */
    boolean isReady();

    /** What ended the job although nobody closed it. */
    Optional<Throwable> failure();

    /** Finishes what is in hand and stops; harmless when repeated or before a start. */
    @Override
    void close();
}

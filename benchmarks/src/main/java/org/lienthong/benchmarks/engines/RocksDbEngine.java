package org.lienthong.benchmarks.engines;

import org.lienthong.runtime.streams.StateKeeping;

/** The platform's own jobs with their state on disk, as large as it gets: the platform's default. */
public final class RocksDbEngine extends ProductEngine {

    @Override
    public String name() {
        return "full-rocksdb";
    }

    @Override
    StateKeeping keeping() {
        return StateKeeping.ROCKSDB;
    }
}

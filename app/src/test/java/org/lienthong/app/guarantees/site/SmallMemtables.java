package org.lienthong.app.guarantees.site;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.lienthong.runtime.streams.BoundedRocksDb;
import org.rocksdb.Options;

/** The product's settings, but a few hundred events make RocksDB write a file, where millions would else. */
public final class SmallMemtables implements RocksDBConfigSetter {

    /** The least that RocksDB takes. */
    private static final long MEMTABLE_BYTES = 64L << 10;

    private final BoundedRocksDb product = new BoundedRocksDb();

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        product.setConfig(storeName, options, configs);
        options.setWriteBufferSize(MEMTABLE_BYTES);
    }

    @Override
    public void close(String storeName, Options options) {
        product.close(storeName, options);
    }
}

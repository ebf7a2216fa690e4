package org.lienthong.runtime.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what all RocksDB stores of the process take outside the heap. The default is 50 MB of cache and 48 MB of write
 * buffers for every store of every task, which a small machine does not have.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long TOTAL_BYTES = 96L << 20;
    private static final long WRITE_BUFFER_BYTES = 48L << 20;
    private static final long MEMTABLE_BYTES = 4L << 20;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(TOTAL_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
    /** Most look-ups of a history ask for an event that is new: the filter answers without reading a block. */
    private static final BloomFilter BLOOM = new BloomFilter(10);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setFilterPolicy(BLOOM);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(MEMTABLE_BYTES);
        options.setTableFormatConfig(table);
        // Kafka Streams would leave it plain, and half as large again.
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache, buffers and filter belong to the process, not to one store.
    }
}

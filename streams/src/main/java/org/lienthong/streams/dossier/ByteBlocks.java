package org.lienthong.streams.dossier;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bytes that are kept for good, one piece behind the other in large blocks. A piece never moves, and is known by its
 * address. The garbage collector meets a few arrays without references, where one array for each piece would make it
 * copy and trace millions. Numbers are big-endian.
 */
final class ByteBlocks {

    /** Of nothing; no piece has this address. */
    static final long NOWHERE = 0;

    /** A small partition takes little, a large one few blocks. */
    private static final int BLOCK_BYTES = 256 << 10;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final List<byte[]> blocks = new ArrayList<>();
    private int used = BLOCK_BYTES;

    /** Room for a piece; one that is larger than a block has a block of its own size. */
    long allocate(int size) {
        if (blocks.isEmpty() || used + size > BLOCK_BYTES) {
            blocks.add(new byte[Math.max(size, BLOCK_BYTES)]);
            used = 0;
        }
        // Blocks count from one, so that no address is zero.
        long address = (long) blocks.size() << Integer.SIZE | used;
        used += size;
        return address;
    }

    void clear() {
        blocks.clear();
    }

    long getLong(long address) {
        return (long) LONGS.get(block(address), (int) address);
    }

    void putLong(long address, long value) {
        LONGS.set(block(address), (int) address, value);
    }

    int getInt(long address) {
        return (int) INTS.get(block(address), (int) address);
    }

    void putInt(long address, int value) {
        INTS.set(block(address), (int) address, value);
    }

    /** Copies so many bytes of the source, from an index on, to the address. */
    void put(long address, byte[] source, int from, int length) {
        System.arraycopy(source, from, block(address), (int) address, length);
    }

    /** Copies the bytes at the address into the target, to its end. */
    void get(long address, byte[] target, int from) {
        System.arraycopy(block(address), (int) address, target, from, target.length - from);
    }

    byte[] get(long address, int length) {
        return Arrays.copyOfRange(block(address), (int) address, (int) address + length);
    }

    /** As unsigned bytes, those at the address beside a range of others. */
    int compare(long address, int length, byte[] others, int from, int to) {
        int at = (int) address;
        return Arrays.compareUnsigned(block(address), at, at + length, others, from, to);
    }

    private byte[] block(long address) {
        return blocks.get((int) (address >>> Integer.SIZE) - 1);
    }
}

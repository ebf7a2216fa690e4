package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.lienthong.streams.dossier.ByteBlocks.NOWHERE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The entries of many dossiers, each dossier a chain from its last entry to its first, in the order of their keys:
 * nearly every event comes after all others of its dossier, and is put in front. A hash table has where each begins.
 *
 * <pre>
 * dossier: last entry (8 bytes), length of the code (4), code
 * entry:   the one before it (8), length of the key (4), of the value (4), key from the end of the code on, value
 * </pre>
 *
 * Methods take a key whole, and the length of the code that it begins with.
 */
final class HistoryChains {

    private static final int CODE = Long.BYTES + Integer.BYTES;
    private static final int KEY = Long.BYTES + 2 * Integer.BYTES;

    private static final int FIRST_SLOTS = 1 << 10;
    private static final int SPREAD = 0x9E3779B9; // of the golden ratio: neighbouring codes are to lie far apart

    private final ByteBlocks blocks = new ByteBlocks();

    /** Addresses of dossiers, each at its hash or, where another one is, in the next free slot. */
    private long[] slots = new long[FIRST_SLOTS];

    private int dossiers;
    private long entries;

    /** Adds the entry, in the place of one with the same key. */
    void put(byte[] key, int codeLength, byte[] value) {
        long link = link(dossierOrNew(key, codeLength), key, codeLength);
        long next = follow(link);
        if (isAt(next, key, codeLength)) {
            next = follow(next);
        } else {
            entries++;
        }
        blocks.putLong(link, newEntry(next, key, codeLength, value));
    }

    /** Takes the entry away, if there is one; the room that it had stays empty. */
    void remove(byte[] key, int codeLength) {
        long dossier = dossier(key, codeLength);
        if (dossier != NOWHERE) {
            long link = link(dossier, key, codeLength);
            long entry = follow(link);
            if (isAt(entry, key, codeLength)) {
                blocks.putLong(link, follow(entry));
                entries--;
            }
        }
    }

    byte @Nullable [] get(byte[] key, int codeLength) {
        long dossier = dossier(key, codeLength);
        if (dossier == NOWHERE) {
            return null;
        }
        long entry = follow(link(dossier, key, codeLength));
        return isAt(entry, key, codeLength) ? value(entry) : null;
    }

    /** The entries of the dossier by their keys, as they are now. */
    List<KeyValue<Bytes, byte[]>> of(byte[] key, int codeLength) {
        long dossier = dossier(key, codeLength);
        if (dossier == NOWHERE) {
            return List.of();
        }
        List<KeyValue<Bytes, byte[]>> all = new ArrayList<>();
        for (long entry = follow(dossier); entry != NOWHERE; entry = follow(entry)) {
            all.add(KeyValue.pair(key(entry, key, codeLength), value(entry)));
        }
        Collections.reverse(all);
        return all;
    }

    /** The codes of all dossiers that have an entry, in no order. */
    List<String> codes() {
        List<String> codes = new ArrayList<>(dossiers);
        for (long dossier : slots) {
            if (dossier != NOWHERE && follow(dossier) != NOWHERE) {
                codes.add(new String(blocks.get(dossier + CODE, codeLength(dossier)), US_ASCII));
            }
        }
        return codes;
    }

    long entries() {
        return entries;
    }

    void clear() {
        blocks.clear();
        slots = new long[FIRST_SLOTS];
        dossiers = 0;
        entries = 0;
    }

    /** What points to the entry with the key or, if there is none, to the one before its place. */
    private long link(long dossier, byte[] key, int codeLength) {
        long link = dossier;
        long entry = follow(link);
        while (entry != NOWHERE && compareKey(entry, key, codeLength) > 0) {
            link = entry;
            entry = follow(link);
        }
        return link;
    }

    /** Both dossiers and entries begin with the address of an entry: the last one, the one before. */
    private long follow(long link) {
        return blocks.getLong(link);
    }

    private boolean isAt(long entry, byte[] key, int codeLength) {
        return entry != NOWHERE && compareKey(entry, key, codeLength) == 0;
    }

    private int compareKey(long entry, byte[] key, int codeLength) {
        return blocks.compare(entry + KEY, keyLength(entry), key, codeLength, key.length);
    }

    private long newEntry(long before, byte[] key, int codeLength, byte[] value) {
        int keyLength = key.length - codeLength;
        long entry = blocks.allocate(KEY + keyLength + value.length);
        blocks.putLong(entry, before);
        blocks.putInt(entry + Long.BYTES, keyLength);
        blocks.putInt(entry + Long.BYTES + Integer.BYTES, value.length);
        blocks.put(entry + KEY, key, codeLength, keyLength);
        blocks.put(entry + KEY + keyLength, value, 0, value.length);
        return entry;
    }

    private int keyLength(long entry) {
        return blocks.getInt(entry + Long.BYTES);
    }

    private Bytes key(long entry, byte[] code, int codeLength) {
        byte[] key = Arrays.copyOf(code, codeLength + keyLength(entry));
        blocks.get(entry + KEY, key, codeLength);
        return Bytes.wrap(key);
    }

    private byte[] value(long entry) {
        return blocks.get(entry + KEY + keyLength(entry), blocks.getInt(entry + Long.BYTES + Integer.BYTES));
    }

    /** The dossier, or {@link ByteBlocks#NOWHERE}. */
    private long dossier(byte[] key, int codeLength) {
        return slots[slot(key, codeLength)];
    }

    private long dossierOrNew(byte[] key, int codeLength) {
        int slot = slot(key, codeLength);
        if (slots[slot] != NOWHERE) {
            return slots[slot];
        }
        long dossier = blocks.allocate(CODE + codeLength);
        blocks.putLong(dossier, NOWHERE);
        blocks.putInt(dossier + Long.BYTES, codeLength);
        blocks.put(dossier + CODE, key, 0, codeLength);
        slots[slot] = dossier;
        dossiers++;
        if (dossiers > slots.length / 2) {
            grow();
        }
        return dossier;
    }

    private int codeLength(long dossier) {
        return blocks.getInt(dossier + Long.BYTES);
    }

    /** Where the dossier is, or the free slot for it. */
    private int slot(byte[] key, int codeLength) {
        int slot = firstSlot(key, codeLength);
        while (slots[slot] != NOWHERE && !isOf(slots[slot], key, codeLength)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isOf(long dossier, byte[] key, int codeLength) {
        return blocks.compare(dossier + CODE, codeLength(dossier), key, 0, codeLength) == 0;
    }

    private int firstSlot(byte[] key, int codeLength) {
        int hash = 0;
        for (int i = 0; i < codeLength; i++) {
            hash = 31 * hash + key[i];
        }
        return hash * SPREAD >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }

    private void grow() {
        long[] all = slots;
        slots = new long[2 * all.length];
        for (long dossier : all) {
            if (dossier != NOWHERE) {
                byte[] code = blocks.get(dossier + CODE, codeLength(dossier));
                slots[slot(code, code.length)] = dossier;
            }
        }
    }
}

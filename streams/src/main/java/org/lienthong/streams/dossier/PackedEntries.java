package org.lienthong.streams.dossier;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one dossier in one array, sorted by key: the length of the key and of the value as two bytes or, from
 * 0x8000 on, four, then both. A dossier has few events, and most come last: reading through is faster than an index.
 */
final class PackedEntries {

    static final byte[] NONE = new byte[0];

    private PackedEntries() {}

    /**
     * The entries with this one among them; it takes the place of one with the same key.
     *
     * @param from where the part of the key begins that is stored
     * @param value null: without the entry
     */
    static byte[] with(byte[] entries, byte[] key, int from, byte @Nullable [] value) {
        Cursor place = find(entries, key, from);
        int end = place.matches ? place.end : place.start;
        int keyLength = key.length - from;
        int added =
                value == null ? 0 : Cursor.sizeOf(keyLength) + Cursor.sizeOf(value.length) + keyLength + value.length;
        byte[] result = new byte[entries.length - (end - place.start) + added];
        System.arraycopy(entries, 0, result, 0, place.start);
        if (value != null) {
            int at = Cursor.writeLength(result, place.start, keyLength);
            at = Cursor.writeLength(result, at, value.length);
            System.arraycopy(key, from, result, at, keyLength);
            System.arraycopy(value, 0, result, at + keyLength, value.length);
        }
        System.arraycopy(entries, end, result, place.start + added, entries.length - end);
        return result;
    }

    static byte @Nullable [] get(byte[] entries, byte[] key, int from) {
        Cursor place = find(entries, key, from);
        return place.matches ? Arrays.copyOfRange(entries, place.value, place.end) : null;
    }

    /** Goes through the entries in order. */
    static Iterator<KeyValue<Bytes, byte[]>> iterator(byte[] prefix, byte[] entries) {
        return new Iterator<>() {

            private final Cursor cursor = new Cursor(entries);

            @Override
            public boolean hasNext() {
                return cursor.end < entries.length;
            }

            @Override
            public KeyValue<Bytes, byte[]> next() {
                if (!cursor.next()) {
                    throw new NoSuchElementException();
                }
                int keyLength = cursor.value - cursor.key;
                byte[] key = Arrays.copyOf(prefix, prefix.length + keyLength);
                System.arraycopy(entries, cursor.key, key, prefix.length, keyLength);
                return KeyValue.pair(Bytes.wrap(key), Arrays.copyOfRange(entries, cursor.value, cursor.end));
            }
        };
    }

    static int count(byte[] entries) {
        int count = 0;
        for (Cursor cursor = new Cursor(entries); cursor.next(); ) {
            count++;
        }
        return count;
    }

    /** The entry with the key, or else the place for it. */
    private static Cursor find(byte[] entries, byte[] key, int from) {
        Cursor cursor = new Cursor(entries);
        while (cursor.next()) {
            int order = Arrays.compareUnsigned(entries, cursor.key, cursor.value, key, from, key.length);
            if (order >= 0) {
                cursor.matches = order == 0;
                return cursor;
            }
        }
        return cursor;
    }

    /** An entry in the array: from {@code start} to {@code end}, its key at {@code key}, its value at {@code value}. */
    private static final class Cursor {

        private static final int LONG = 0x8000;

        private final byte[] entries;
        private int start;
        private int key;
        private int value;
        private int end;
        private boolean matches;

        Cursor(byte[] entries) {
            this.entries = entries;
        }

        /** Moves to the next entry; false: there is none, and the cursor stands behind the last. */
        boolean next() {
            start = end;
            if (start == entries.length) {
                return false;
            }
            int keyLength = readLength(start);
            int at = start + sizeOf(keyLength);
            int valueLength = readLength(at);
            key = at + sizeOf(valueLength);
            value = key + keyLength;
            end = value + valueLength;
            return true;
        }

        private int readLength(int at) {
            int high = unsigned(at) << 8 | unsigned(at + 1);
            return high < LONG ? high : (high - LONG) << 16 | unsigned(at + 2) << 8 | unsigned(at + 3);
        }

        private int unsigned(int at) {
            return entries[at] & 0xff;
        }

        static int sizeOf(int length) {
            return length < LONG ? 2 : 4;
        }

        /** @return where the next byte goes */
        static int writeLength(byte[] target, int at, int length) {
            int next = at;
            if (length >= LONG) {
                int high = (length >>> 16) + LONG;
                target[next++] = (byte) (high >>> 8);
                target[next++] = (byte) high;
            }
            target[next++] = (byte) (length >>> 8);
            target[next++] = (byte) length;
            return next;
        }
    }
}

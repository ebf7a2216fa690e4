package org.lienthong.streams.dossier;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one dossier in one array, sorted by key: the length of the key and of the value as two bytes or, from
 * 0x8000 on, four, then both. A dossier has few events, and most come last: these are appended, into room that was left
 * for them, and reading through is faster than an index. Bytes that an iterator goes through stay as they are.
 */
final class PackedEntries {

    /** For some more events, an eighth of what there is. */
    private static final int ROOM = 8;

    /** The part of a key that all keys of the dossier begin with is not stored. */
    private final int prefixLength;

    private byte[] bytes = new byte[0];
    private int length;

    /** Where the last entry begins. */
    private int last;

    PackedEntries(int prefixLength) {
        this.prefixLength = prefixLength;
    }

    /** Adds the entry, in the place of one with the same key. */
    void put(byte[] key, byte[] value) {
        Cursor end = new Cursor(bytes, last, length);
        if (!end.next() || end.compareTo(key, prefixLength) < 0) {
            last = length;
            write(key, value, length, length);
        } else {
            Cursor place = find(key);
            write(key, value, place.start, place.start + place.replaced());
            last = startOfLast();
        }
    }

    /** Takes the entry away, if there is one. */
    void remove(byte[] key) {
        Cursor place = find(key);
        if (place.matches) {
            byte[] left = new byte[length - place.replaced()];
            System.arraycopy(bytes, 0, left, 0, place.start);
            System.arraycopy(bytes, place.end, left, place.start, length - place.end);
            bytes = left;
            length = left.length;
            last = startOfLast();
        }
    }

    byte @Nullable [] get(byte[] key) {
        Cursor place = find(key);
        return place.matches ? Arrays.copyOfRange(bytes, place.value, place.end) : null;
    }

    boolean isEmpty() {
        return length == 0;
    }

    int count() {
        int count = 0;
        for (Cursor cursor = new Cursor(bytes, 0, length); cursor.next(); ) {
            count++;
        }
        return count;
    }

    /** Goes through the entries in order, as they are now. */
    Iterator<KeyValue<Bytes, byte[]>> iterator(byte[] prefix) {
        byte[] entries = bytes;
        Cursor cursor = new Cursor(entries, 0, length);
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return cursor.hasNext();
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

    /** Writes an entry in the place of what is between; what is behind moves on. */
    private void write(byte[] key, byte[] value, int from, int to) {
        int keyLength = key.length - prefixLength;
        int size = Cursor.sizeOf(keyLength) + Cursor.sizeOf(value.length) + keyLength + value.length;
        int newLength = length - (to - from) + size;
        byte[] target = bytes;
        if (from < length || newLength > bytes.length) {
            target = new byte[newLength + newLength / ROOM];
            System.arraycopy(bytes, 0, target, 0, from);
            System.arraycopy(bytes, to, target, from + size, length - to);
        }
        int at = Cursor.writeLength(target, from, keyLength);
        at = Cursor.writeLength(target, at, value.length);
        System.arraycopy(key, prefixLength, target, at, keyLength);
        System.arraycopy(value, 0, target, at + keyLength, value.length);
        bytes = target;
        length = newLength;
    }

    /** The entry with the key, or else the place for it. */
    private Cursor find(byte[] key) {
        Cursor cursor = new Cursor(bytes, 0, length);
        while (cursor.next()) {
            int order = cursor.compareTo(key, prefixLength);
            if (order >= 0) {
                cursor.matches = order == 0;
                return cursor;
            }
        }
        return cursor;
    }

    private int startOfLast() {
        int start = 0;
        for (Cursor cursor = new Cursor(bytes, 0, length); cursor.next(); ) {
            start = cursor.start;
        }
        return start;
    }

    /** An entry in the array: from {@code start} to {@code end}, its key at {@code key}, its value at {@code value}. */
    private static final class Cursor {

        private static final int LONG = 0x8000;

        private final byte[] entries;
        private final int length;
        private int start;
        private int key;
        private int value;
        private int end;
        private boolean matches;

        Cursor(byte[] entries, int from, int length) {
            this.entries = entries;
            this.length = length;
            end = from;
        }

        boolean hasNext() {
            return end < length;
        }

        /** Moves to the next entry; false: there is none, and the cursor stands behind the last. */
        boolean next() {
            start = end;
            if (start == length) {
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

        /** @param from where the part of the other key begins that is stored */
        int compareTo(byte[] other, int from) {
            return Arrays.compareUnsigned(entries, key, value, other, from, other.length);
        }

        /** Bytes that an entry with this key is to take the place of. */
        int replaced() {
            return matches ? end - start : 0;
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

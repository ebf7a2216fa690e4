package org.lienthong.producers.redrive;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.exchange.Origin;

/**
 * What is sent again: the original bytes, unless somebody has mended them.
 *
 * @param origin where the record was quarantined; it goes to the topic of that place
 * @param key null: none
 * @param value null: none
 * @param headers as they came, by name
 */
public record RedriveRecord(
        Origin origin, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {

    public RedriveRecord(Origin origin, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
        this.origin = origin;
        this.key = key;
        this.value = value;
        this.headers = Map.copyOf(headers);
    }

    /** Under the key that it should have had. */
    public RedriveRecord withKey(byte[] mended) {
        return new RedriveRecord(origin, mended, value, headers);
    }

    /** With the value that it should have had; it stays the same event, from the same place. */
    public RedriveRecord withValue(byte[] mended) {
        return new RedriveRecord(origin, key, mended, headers);
    }

    /** Without a header that says something wrong about the value. */
    public RedriveRecord withoutHeader(String name) {
        Map<String, byte[]> others = new TreeMap<>(headers);
        others.remove(name);
        return new RedriveRecord(origin, key, value, others);
    }

    /** Names nothing of the content, which may be personal data. */
    @Override
    public String toString() {
        return "RedriveRecord[" + origin + "]";
    }
}

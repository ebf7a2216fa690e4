package org.lienthong.reporting.quarantine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The original bytes of a quarantined record; they may hold personal data and are never printed.
 *
 * @param key null: none
 * @param value null: none
 * @param headers by name
 */
public record Payload(byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {

    public Payload(byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
        this.key = key;
        this.value = value;
        this.headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Payload[" + (value == null ? "no value" : value.length + " bytes") + "]";
    }
}

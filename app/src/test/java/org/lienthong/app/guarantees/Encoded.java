package org.lienthong.app.guarantees;

import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;

/**
 * A value, and its bytes as they are on a topic.
 *
 * @param bytes one byte of prefix, four of the schema's id, then the Avro body
 */
record Encoded<V extends SpecificRecord>(V value, byte[] bytes) {

    private static final int BODY = 5;

    static <V extends SpecificRecord> Encoded<V> of(V value, Serde<V> serde) {
        return new Encoded<>(
                value, serde.serializer().serialize(value.getSchema().getFullName(), value));
    }

    static <V extends SpecificRecord> Encoded<V> of(byte[] bytes, Serde<V> serde) {
        return new Encoded<>(serde.deserializer().deserialize("", bytes), bytes);
    }

    /** The id in front of the body is left out: each registry gives out its own. */
    boolean hasBodyOf(Encoded<V> other) {
        return Arrays.equals(bytes, BODY, bytes.length, other.bytes, BODY, other.bytes.length);
    }
}

package org.lienthong.schemas.serde;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Confluent's wire format: byte 0x00, schema id as 4-byte big-endian, Avro binary. */
public final class WireFormat {

    /** Bytes in front of the Avro body. */
    public static final int PREFIX_LENGTH = 5;

    /** Header of the optional GUID mode: byte 0x01 and the 16 bytes of the GUID. */
    static final String VALUE_GUID_HEADER = "__value_schema_id";

    /** The same for keys. */
    static final String KEY_GUID_HEADER = "__key_schema_id";

    private static final byte ID_MAGIC = 0;
    private static final byte GUID_MAGIC = 1;
    private static final int GUID_LENGTH = 17;

    private WireFormat() {}

    static boolean hasPrefix(byte[] data) {
        return data.length >= PREFIX_LENGTH && data[0] == ID_MAGIC;
    }

    static int schemaId(byte[] data) {
        return (data[1] & 0xff) << 24 | (data[2] & 0xff) << 16 | (data[3] & 0xff) << 8 | (data[4] & 0xff);
    }

    static void writePrefix(byte[] data, int schemaId) {
        data[0] = ID_MAGIC;
        data[1] = (byte) (schemaId >>> 24);
        data[2] = (byte) (schemaId >>> 16);
        data[3] = (byte) (schemaId >>> 8);
        data[4] = (byte) schemaId;
    }

    static boolean isGuid(byte[] header) {
        return header.length == GUID_LENGTH && header[0] == GUID_MAGIC;
    }

    static String guid(byte[] header) {
        ByteBuffer buffer = ByteBuffer.wrap(header, 1, GUID_LENGTH - 1);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
}

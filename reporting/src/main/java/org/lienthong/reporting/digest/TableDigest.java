package org.lienthong.reporting.digest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * The digest of a table, that is of the latest value of each key. An update takes the old value out and adds the new
 * one, so that one pass is enough.
 *
 * <p>Memory: a key and 32 bytes for each entry, about 150 bytes in all; 100 MB for the dossiers of a province-year
 * (0.67 M), which is fine for a command that somebody runs now and then.
 */
public final class TableDigest {

    private final Map<String, byte[]> hashes = new HashMap<>();
    private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new HashMap<>();
    private BigInteger digest = DigestRules.EMPTY;

    /** Puts in the Avro body of the value, in the schema that its class has now. */
    public void put(String key, SpecificRecord value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writers.computeIfAbsent(value.getSchema(), schema -> new SpecificDatumWriter<>(schema))
                    .write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
        put(key, bytes.toByteArray());
    }

    void put(String key, byte[] value) {
        remove(key);
        byte[] hash = DigestRules.hash(key, value);
        hashes.put(key, hash);
        digest = DigestRules.with(digest, hash);
    }

    public void remove(String key) {
        byte[] before = hashes.remove(key);
        if (before != null) {
            digest = DigestRules.without(digest, before);
        }
    }

    public Digest digest() {
        return new Digest(hashes.size(), DigestRules.hex(digest));
    }
}

package org.lienthong.benchmarks.micro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The peer: Avro's own reader and writer of generated classes, at their best. Reader, writer, buffer, encoder and
 * decoder are made once; the same bytes go in and out, prefix included.
 */
final class PlainAvro<T extends SpecificRecord> {

    private static final int PREFIX_LENGTH = 5;

    private final byte[] prefix;
    private final SpecificDatumReader<T> reader;
    private final SpecificDatumWriter<T> writer;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(buffer, null);
    private @Nullable BinaryDecoder decoder;

    /** @param like bytes with the schema id that this peer is to write */
    PlainAvro(Class<T> type, byte[] like) {
        prefix = Arrays.copyOf(like, PREFIX_LENGTH);
        reader = new SpecificDatumReader<>(type);
        writer = new SpecificDatumWriter<>(type);
    }

    byte[] encode(T value) throws IOException {
        buffer.reset();
        buffer.write(prefix, 0, PREFIX_LENGTH);
        writer.write(value, encoder);
        encoder.flush();
        return buffer.toByteArray();
    }

    @SuppressWarnings("NullAway") // null: no record to reuse
    T decode(byte[] data) throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(data, PREFIX_LENGTH, data.length - PREFIX_LENGTH, decoder);
        return reader.read(null, decoder);
    }
}

package org.lienthong.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.AvroTypeException;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** What Avro itself writes is what the plan has to write. */
class WritePlanTest {

    private static final int VALUES = 300;

    static List<Topic<?>> topics() {
        return Topics.all();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void anyValueIsWrittenAsAvroWritesIt(Topic<?> topic) throws IOException {
        SpecificData model = SpecificData.getForSchema(topic.schema());
        DatumWriter<SpecificRecord> avro = new SpecificDatumWriter<>(topic.schema(), model);
        WritePlan plan = new WritePlan(topic.schema(), model);
        long seed = System.nanoTime();
        int written = 0;
        for (Object random : new RandomData(topic.schema(), VALUES, seed)) {
            SpecificRecord value;
            byte[] expected;
            try {
                value = specific(topic, random, model);
                expected = bytes(out -> avro.write(value, out));
            } catch (AvroTypeException | NumberFormatException e) {
                continue; // a random decimal of no digits, or of too many
            }
            assertThat(bytes(out -> plan.write(value, out))).as("seed=%d", seed).isEqualTo(expected);
            written++;
        }
        assertThat(written).isPositive();
    }

    private static SpecificRecord specific(Topic<?> topic, Object generic, SpecificData model) throws IOException {
        byte[] bytes = bytes(out -> new GenericDatumWriter<>(topic.schema()).write(generic, out));
        return new SpecificDatumReader<SpecificRecord>(topic.schema(), topic.schema(), model)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        writing.to(encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private interface Writing {
        void to(BinaryEncoder out) throws IOException;
    }
}

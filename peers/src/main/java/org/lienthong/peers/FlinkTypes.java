package org.lienthong.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lienthong.schemas.topic.Topics;

/** What flows through Flink: bytes as they are on the topics, by key, with Flink's own serializers. */
final class FlinkTypes {

    static final TypeInformation<byte[]> BYTES = PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
    static final TypeInformation<Tuple2<String, byte[]>> KEYED_BYTES = Types.TUPLE(Types.STRING, BYTES);

    private FlinkTypes() {}

    /** Reads an event: its dossier, whether it is of a permit, and its bytes. */
    static final class Events implements KafkaRecordDeserializationSchema<Tuple3<String, Boolean, byte[]>> {

        @Override
        public void deserialize(
                ConsumerRecord<byte[], byte[]> input, Collector<Tuple3<String, Boolean, byte[]>> output) {
            boolean permit = input.topic().equals(Topics.PERMIT_EVENTS.name());
            output.collect(Tuple3.of(new String(input.key(), UTF_8), permit, input.value()));
        }

        @Override
        public TypeInformation<Tuple3<String, Boolean, byte[]>> getProducedType() {
            return Types.TUPLE(Types.STRING, Types.BOOLEAN, BYTES);
        }
    }

    /** A result's key as it is on the topic. */
    static final class Key implements SerializationSchema<Tuple2<String, byte[]>> {

        @Override
        public byte[] serialize(Tuple2<String, byte[]> result) {
            return result.f0.getBytes(UTF_8);
        }
    }

    /** A result's value: bytes already. */
    static final class Value implements SerializationSchema<Tuple2<String, byte[]>> {

        @Override
        public byte[] serialize(Tuple2<String, byte[]> result) {
            return result.f1;
        }
    }
}

package org.lienthong.schemas.serde;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;

/** The standard property names by which a Kafka tool configures a serializer or deserializer. */
final class SerdeSettings {

    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String VALUE_TYPE = "specific.avro.value.type";
    static final String KEY_TYPE = "specific.avro.key.type";

    private SerdeSettings() {}

    /** True unless said otherwise, as Kafka tools expect. */
    static boolean autoRegister(Map<String, ?> configs) {
        Object value = configs.get(AUTO_REGISTER);
        return value == null || Boolean.parseBoolean(value.toString().strip());
    }

    /**
     * The generated class to read into.
     *
     * @throws ConfigException when the property is missing or names no generated Avro class
     */
    static Class<? extends SpecificRecord> type(Map<String, ?> configs, boolean isKey) {
        String name = isKey ? KEY_TYPE : VALUE_TYPE;
        Object value = configs.get(name);
        if (value == null) {
            throw new ConfigException(name, null, "give the generated Avro class to read into");
        }
        try {
            Class<?> type = value instanceof Class<?> given
                    ? given
                    : Class.forName(
                            value.toString(), true, Thread.currentThread().getContextClassLoader());
            return type.asSubclass(SpecificRecord.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new ConfigException(name, value, "no generated Avro class of this name is on the class path");
        }
    }
}

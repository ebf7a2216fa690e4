package org.lienthong.producers.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.avro.TrustedClasses;

/**
 * The id of an event that has none of its own: the first 128 bits of the SHA-256 of everything else the event says, as
 * 32 lower-case hexadecimal digits. The same fact gets the same id on every machine and in every run, so that sending
 * it again is harmless.
 *
 * <p>Hashed is a canonical text: fields in the order of the schema, each with its name; texts in NFC and preceded by
 * their length; times in microseconds; map entries sorted and as sent. A field at its schema default is left out, so
 * that adding a field with a default to a schema changes no id.
 */
public final class EventIds {

    static {
        TrustedClasses.trust();
    }

    private static final int ID_BYTES = 16;
    private static final String ID_FIELD = "eventId";
    private static final Object NO_DEFAULT = new Object();

    /** Per record schema, the defaults of its fields. */
    private static final Map<Schema, Object[]> DEFAULTS = new ConcurrentHashMap<>();

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(EventIds::sha256);

    private EventIds() {}

    /** @param event a dossier event, permit event or report of an agency; its eventId is not looked at */
    public static String of(SpecificRecord event) {
        StringBuilder text = new StringBuilder(512);
        appendRecord(text, event);
        byte[] hash = SHA_256.get().digest(text.toString().getBytes(UTF_8));
        return HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }

    private static void appendRecord(StringBuilder text, SpecificRecord record) {
        Schema schema = record.getSchema();
        Object[] defaults = DEFAULTS.computeIfAbsent(schema, EventIds::defaults);
        text.append(schema.getName()).append('{');
        List<Schema.Field> fields = schema.getFields();
        for (int i = 0; i < fields.size(); i++) {
            String name = fields.get(i).name();
            Object value = record.get(i);
            if (!name.equals(ID_FIELD) && !Objects.equals(value, defaults[i])) {
                text.append(name).append('=');
                append(text, value);
            }
        }
        text.append('}');
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof SpecificRecord record) {
            appendRecord(text, record);
        } else if (value instanceof List<?> list) {
            text.append('[').append(list.size());
            list.forEach(element -> append(text.append(','), element));
            text.append(']');
        } else if (value instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach((key, entry) -> {
                appendText(text, String.valueOf(key));
                appendText(text, String.valueOf(entry));
            });
        } else if (value instanceof String string) {
            appendText(text, TextRules.nfc(string));
        } else if (value instanceof Instant time) {
            text.append(Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000));
        } else if (value instanceof BigDecimal amount) {
            text.append(amount.stripTrailingZeros().toPlainString());
        } else {
            text.append(value);
        }
        text.append(';');
    }

    private static void appendText(StringBuilder text, String string) {
        text.append(string.length()).append(':').append(string);
    }

    private static Object[] defaults(Schema schema) {
        return schema.getFields().stream()
                .map(field -> field.hasDefaultValue() ? SpecificData.get().getDefaultValue(field) : NO_DEFAULT)
                .toArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}

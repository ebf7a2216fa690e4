package org.lienthong.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes of a record can never be read as the type of its topic: quarantine it. A registry that does not answer is
 * not such a case; it throws {@link org.lienthong.schemas.registry.RegistryUnavailableException} instead.
 */
public final class UnreadableRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** Why the bytes cannot be read; the name is the stable code. */
    public enum Reason {
        /** No Confluent prefix in front, or shorter than it. */
        NOT_AVRO,
        /** The registry does not know the schema id. */
        UNKNOWN_SCHEMA,
        /** The writer's schema cannot be resolved to the type of the topic. */
        INCOMPATIBLE_SCHEMA,
        /** The body ends early, is too long, or does not follow its own schema. */
        CORRUPT_BODY
    }

    private final Reason reason;

    public UnreadableRecordException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public UnreadableRecordException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package org.lienthong.schemas.registry;

/** The registry answered no: the request itself has to change. */
public final class RegistryRefusedException extends SchemaRegistryException {

    private static final long serialVersionUID = 1L;

    /** {@code error_code} for a subject that the registry does not know. */
    public static final int SUBJECT_NOT_FOUND = 40401;

    /** {@code error_code} for a schema, id or GUID that the registry does not know. */
    public static final int SCHEMA_NOT_FOUND = 40403;

    /** {@code error_code} for a text that is no Avro schema. */
    public static final int INVALID_SCHEMA = 42201;

    /** {@code error_code} for a schema that does not fit the earlier versions. */
    public static final int INCOMPATIBLE = 409;

    private final int errorCode;

    /**
     * @param errorCode the {@code error_code} of the answer, such as 40403 or 409; the HTTP status where the answer has
     *     none
     */
    public RegistryRefusedException(int errorCode, String message) {
        super(message);
        this.errorCode = errorCode;
    }

    public int errorCode() {
        return errorCode;
    }
}

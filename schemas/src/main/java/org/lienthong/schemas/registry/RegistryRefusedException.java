package org.lienthong.schemas.registry;

/** The registry answered no: the request itself has to change. */
public final class RegistryRefusedException extends SchemaRegistryException {

    private static final long serialVersionUID = 1L;

    /** {@code error_code} for a schema id that the registry does not know. */
    public static final int SCHEMA_NOT_FOUND = 40403;

    private final int errorCode;

    /** @param errorCode the {@code error_code} of the answer, such as 40403 or 409 */
    public RegistryRefusedException(int errorCode, String message) {
        super(message);
        this.errorCode = errorCode;
    }

    public int errorCode() {
        return errorCode;
    }
}

package org.lienthong.schemas.registry;

/** No registry answered within the time allowed: wait and try again. */
public final class RegistryUnavailableException extends SchemaRegistryException {

    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

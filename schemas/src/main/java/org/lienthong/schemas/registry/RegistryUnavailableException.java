package org.lienthong.schemas.registry;

import org.jspecify.annotations.Nullable;

/** No registry answered within the time allowed: wait and try again. */
public final class RegistryUnavailableException extends SchemaRegistryException {

    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

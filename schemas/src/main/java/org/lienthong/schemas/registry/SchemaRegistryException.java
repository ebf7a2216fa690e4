package org.lienthong.schemas.registry;

import org.jspecify.annotations.Nullable;

/** A call to the schema registry did not give an answer that can be used. */
public abstract sealed class SchemaRegistryException extends RuntimeException
        permits RegistryUnavailableException, RegistryRefusedException {

    private static final long serialVersionUID = 1L;

    protected SchemaRegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    protected SchemaRegistryException(String message) {
        super(message);
    }
}

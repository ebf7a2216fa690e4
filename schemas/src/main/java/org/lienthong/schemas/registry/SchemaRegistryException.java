package org.lienthong.schemas.registry;

/** A call to the schema registry did not give an answer that can be used. */
public abstract sealed class SchemaRegistryException extends RuntimeException
        permits RegistryUnavailableException, RegistryRefusedException {

    private static final long serialVersionUID = 1L;

    protected SchemaRegistryException(String message, Throwable cause) {
        super(message, cause);
    }

    protected SchemaRegistryException(String message) {
        super(message);
    }
}

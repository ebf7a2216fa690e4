package org.lienthong.runtime.settings;

/** The configuration cannot be used; the message says which key, from where, and what to do. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}

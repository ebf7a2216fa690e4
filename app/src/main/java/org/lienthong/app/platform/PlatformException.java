package org.lienthong.app.platform;

import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Messages;

/** The platform cannot run here; the message is for a person, in both languages. */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable, and the key of the message in the bundles */
    public PlatformException(String code, @Nullable Throwable cause, Object... values) {
        super(Messages.both(code, values), cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}

package org.lienthong.reporting.api;

/** The HTTP server cannot listen where it was told to. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(ServerSettings settings, Throwable cause) {
        super(
                ("HTTP_PORT_TAKEN: không mở được %1$s cổng %2$d, có thể chương trình khác đang dùng; chọn cổng khác hoặc 0."
                                + " / Cannot listen on %1$s port %2$d, another program may use it; choose another port, or 0.")
                        .formatted(settings.host(), settings.port()),
                cause);
    }
}

package org.lienthong.reporting.api;

/**
 * Where the HTTP server listens.
 *
 * @param host address to bind; the default is this machine alone
 * @param port 0: any free one
 */
public record ServerSettings(String host, int port) {

    public ServerSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("http.host is empty: give 127.0.0.1, or the address to listen on");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("http.port is " + port + ": give 0 (any free port) to 65535");
        }
    }

    /** On this machine alone. */
    public static ServerSettings local(int port) {
        return new ServerSettings("127.0.0.1", port);
    }
}

package org.lienthong.reporting.database;

/**
 * How to reach the report database.
 *
 * @param url JDBC address, {@code jdbc:postgresql://host:port/database}
 * @param password may be empty where the server trusts the connection
 */
public record DatabaseSettings(String url, String user, String password) {

    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "database.url does not start with jdbc:postgresql: - give jdbc:postgresql://host:port/database");
        }
    }

    /** Without the password, so that settings can be logged. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + "]";
    }
}

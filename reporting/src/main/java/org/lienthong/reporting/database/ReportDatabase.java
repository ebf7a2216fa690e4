package org.lienthong.reporting.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The pool of connections to the report database, and the migration that brings its schema up to date. */
public final class ReportDatabase implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:org/lienthong/reporting/database/migration";
    /** A server that starts together with us needs a while; the waits between attempts double. */
    private static final int CONNECT_RETRIES = 6;

    private static final int POOL_SIZE = 8;
    private static final long WAIT_FOR_CONNECTION_MILLIS = 3_000;

    private final HikariDataSource pool;

    private ReportDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Prepares the pool without connecting: a database that is down is found out, and waited for, by each user. */
    public static ReportDatabase open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("report-database");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "lienthong-reporting");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // The server's details quote values of rows, which may be personal data.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // A server that hangs must not hang the sink or a request for ever.
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "60");
        return new ReportDatabase(new HikariDataSource(config));
    }

    /**
     * Brings the schema up to date; harmless when it is. Waits about a minute for a server that does not answer yet.
     *
     * @throws DatabaseMigrationException when the server does not answer, or a migration fails
     */
    public void migrate() {
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations(MIGRATIONS)
                    .defaultSchema("lienthong")
                    .connectRetries(CONNECT_RETRIES)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseMigrationException(pool.getJdbcUrl(), e);
        }
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}

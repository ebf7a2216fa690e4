package org.lienthong.reporting.sink;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Gives real connections, and on request lets one die when rows were written and are about to be committed. */
final class FailingDatabase {

    private final DataSource real;
    private final AtomicBoolean armed = new AtomicBoolean();
    private final AtomicInteger failures = new AtomicInteger();

    FailingDatabase(DataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    Object result = call(real, method, args);
                    return result instanceof Connection connection ? doomed(connection) : result;
                });
    }

    void failAtNextCommitOfRows() {
        armed.set(true);
    }

    int failures() {
        return failures.get();
    }

    private Connection doomed(Connection connection) {
        AtomicBoolean wroteRows = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("unwrap") && args[0] == PGConnection.class) {
                        wroteRows.set(true);
                    }
                    if (method.getName().equals("commit") && wroteRows.get() && armed.getAndSet(false)) {
                        failures.incrementAndGet();
                        throw lost(connection);
                    }
                    return call(connection, method, args);
                });
    }

    private static SQLException lost(Connection connection) throws SQLException {
        connection.rollback();
        return new SQLTransientConnectionException("connection lost", "08006");
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

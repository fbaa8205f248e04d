package dev.tollgate.control.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose connection ends when something is committed, once for each time that it is told to. */
final class CrashingDatabase {
    /** On which side of the commit the connection ends; the client can't tell. */
    enum When {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final DataSource real;
    private @Nullable When crash;

    CrashingDatabase(DataSource real) {
        this.real = real;
    }

    void crash(When when) {
        crash = when;
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, arguments) -> {
                    Object result = method.invoke(real, arguments);
                    return result instanceof Connection connection ? crashing(connection) : result;
                });
    }

    private Connection crashing(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    When now = crash;
                    if (now != null && method.getName().equals("commit")) {
                        crash = null;
                        if (now == When.AFTER_COMMIT) {
                            connection.commit();
                        }
                        throw new SQLException("the connection ended");
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

package org.reactiveorm.execution;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Connection;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.sql.Copy;
import org.reactiveorm.sql.InputRows;
import org.reactiveorm.sql.Sql;

class CopyStatementTest {

    @Test
    void onlyTheDriversOwnConnectionWillDo() {
        Connection other = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> null);
        CopyStatement copy = new CopyStatement(
                new Copy(Sql.of("copy a from stdin"), ByteBuffer.allocate(0), InputRows.none()), KnownEntities.none());
        assertThatThrownBy(() -> copy.on(other))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("COPY needs a connection of r2dbc-postgresql, but ")
                .hasMessageEndingWith("Use count() instead of copy().");
    }
}

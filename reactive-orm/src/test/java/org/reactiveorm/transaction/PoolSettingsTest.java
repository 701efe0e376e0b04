package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class PoolSettingsTest {

    private static PoolSettings of(String parameters) {
        return new PoolSettings(PoolUrl.parse("r2dbc:postgresql://ada:secret@localhost/app" + parameters));
    }

    @Test
    void thePoolHasTheDefaultsOfTheDocumentation() {
        PoolSettings defaults = of("");
        assertThat(defaults.maxSize()).isEqualTo(10);
        assertThat(defaults.maxAcquireTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(defaults.maxCreateConnectionTime()).isEqualTo(Duration.ofSeconds(10));
        assertThat(defaults.maxLifeTime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(defaults.maxIdleTime()).isNegative();
        assertThat(defaults.validateAfterIdle()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.maxValidationTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(defaults.acquireRetry()).isZero();
    }

    @Test
    void soHasTheDriver() {
        ConnectionFactoryOptions driver = of("").driverOptions();
        assertThat(driver.getValue(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES))
                .isEqualTo(256);
        assertThat(driver.getValue(PostgresqlConnectionFactoryProvider.TIME_ZONE))
                .isEqualTo(TimeZone.getTimeZone("UTC"));
        assertThat(driver.getValue(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE))
                .isEqualTo(true);
        assertThat(driver.getValue(PostgresqlConnectionFactoryProvider.FORCE_BINARY))
                .isEqualTo(true);
        assertThat(driver.getValue(ConnectionFactoryOptions.CONNECT_TIMEOUT)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theUrlWins() {
        PoolSettings given = of("?maxSize=3&maxLifeTime=PT1M&validateAfterIdle=PT-1S&preparedStatementCacheQueries=0");
        assertThat(given.maxSize()).isEqualTo(3);
        assertThat(given.maxLifeTime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(given.validateAfterIdle()).isNegative();
        assertThat(given.driverOptions().getValue(PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES))
                .hasToString("0");
    }
}

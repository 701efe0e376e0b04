package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolUrlTest {

    @ParameterizedTest
    @CsvSource({"r2dbc:postgresql,", "r2dbcs:postgresql, true", "r2dbcs:pool:postgresql, true"})
    void theSchemeSaysWhetherThereIsTls(String scheme, Boolean tls) {
        ConnectionFactoryOptions options = PoolUrl.parse(scheme + "://ada:secret@localhost/app");
        assertThat(options.getValue(ConnectionFactoryOptions.SSL)).isEqualTo(tls);
        assertThat(options.getValue(ConnectionFactoryOptions.DRIVER)).isEqualTo("postgresql");
    }
}

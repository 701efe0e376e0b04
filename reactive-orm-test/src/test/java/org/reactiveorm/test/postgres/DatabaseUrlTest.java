package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "r2dbc:postgresql://u:p@host:5433/app?sslMode=require, r2dbc:postgresql://u:p@host:5433/fresh?sslMode=require",
        "r2dbc:postgresql://u:p@host/app, r2dbc:postgresql://u:p@host/fresh",
        "r2dbc:postgresql://u@host, r2dbc:postgresql://u@host/fresh",
        "r2dbc:postgresql://u@host/, r2dbc:postgresql://u@host/fresh",
        "r2dbcs:postgresql://u:p%40q@host?x=/y, r2dbcs:postgresql://u:p%40q@host/fresh?x=/y",
        "r2dbc:postgresql://u@[::1]:5432/app, r2dbc:postgresql://u@[::1]:5432/fresh",
    })
    void onlyTheDatabaseChanges(String given, String fresh) {
        assertThat(DatabaseUrl.of(given).withDatabase("fresh")).hasToString(fresh);
    }

    @Test
    void theMaintenanceDatabaseIsTakenWhenNoneIsNamed() {
        assertThat(DatabaseUrl.of("r2dbc:postgresql://u@host").database()).isEqualTo("postgres");
    }

    @Test
    void whatIsShownHasNoPassword() {
        assertThat(DatabaseUrl.of("r2dbc:postgresql://u:secret@host:5433/app?x=y")
                        .withoutSecrets())
                .isEqualTo("host:5433/app");
        assertThat(DatabaseUrl.of("r2dbc:postgresql://host/app").withoutSecrets())
                .isEqualTo("host/app");
    }

    @Test
    void anotherUrlIsRefusedWithoutRepeatingItsPassword() {
        assertThatThrownBy(() -> DatabaseUrl.of("jdbc:postgresql://u:secret@host/app"))
                .hasMessage(
                        "reactiveorm.test.url is not of the form r2dbc:postgresql://user:password@host:5432/database");
    }
}

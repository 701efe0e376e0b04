package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.test.postgres.StartedServer.Lifetime.LONGER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EmbeddedServerIT implements DatabaseServerContract {

    private static StartedServer started;
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        started = new EmbeddedSource().start();
        server = new DatabaseServer(started);
        server.check();
    }

    @AfterAll
    static void stop() {
        server.stop();
        assertThatThrownBy(() -> Sql.query(started.url().toString(), "select 1"))
                .hasMessageContaining("Cannot connect");
    }

    @Override
    public DatabaseServer server() {
        return server;
    }

    /** A server that is there already, known by its URL. */
    @Nested
    class Given implements DatabaseServerContract {

        private final DatabaseServer given =
                new DatabaseServer(source(started.url().toString()).start());

        @Override
        public DatabaseServer server() {
            given.check();
            return given;
        }

        @Test
        void nothingStaysOnItAtTheEndAndItGoesOn() {
            given.database(SCHEMA);
            List<String> before = databases();

            given.stop();

            assertThat(before).filteredOn(given::owns).hasSize(2);
            assertThat(databases()).filteredOn(given::owns).isEmpty();
        }

        @Test
        void aRoleThatMayNotCreateDatabasesIsToldSo() {
            Sql.run(started.url().toString(), "create role guest login password 'secret'");
            String url = started.url().toString().replace("postgres@", "guest:secret@");
            DatabaseServer forGuest = new DatabaseServer(source(url).start());

            assertThatThrownBy(forGuest::check)
                    .hasMessageContaining("may not create databases. Give it the right: alter role … createdb")
                    .hasMessageNotContaining("secret");
        }

        @Test
        void aServerThatIsNotThereIsAnErrorWithItsAddress() {
            DatabaseServer nowhere = new DatabaseServer(
                    source("r2dbc:postgresql://u:secret@localhost:1/x").start());

            assertThatThrownBy(nowhere::check)
                    .hasMessageContaining("PostgreSQL at localhost:1/x does not answer")
                    .hasMessageNotContaining("secret");
        }

        private List<String> databases() {
            return Sql.query(started.url().toString(), "select datname from pg_database");
        }

        private UrlSource source(String url) {
            UrlSource source = new UrlSource(SettingsTest.settings(Map.of(Settings.URL, url), Map.of()));
            assertThat(source.obstacle()).isEmpty();
            assertThat(source.start().lifetime()).isEqualTo(LONGER);
            return source;
        }
    }
}

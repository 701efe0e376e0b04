package org.reactiveorm.test.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every kind of server must do. */
interface DatabaseServerContract {

    String SCHEMA = "create table note (id bigint generated always as identity primary key, body text unique);"
            + " insert into note (body) values ('seed');";

    /** What one fresh database may take. */
    Duration FAST = Duration.ofMillis(150);

    DatabaseServer server();

    @Test
    default void twoDatabasesOfOneScriptDoNotSeeEachOthersRows() {
        try (TestDatabase first = server().database(SCHEMA);
                TestDatabase second = server().database(SCHEMA)) {
            Sql.run(first.url(), "insert into note (body) values ('only here')");

            assertThat(Sql.query(first.url(), "select body from note order by id"))
                    .containsExactly("seed", "only here");
            assertThat(Sql.query(second.url(), "select body from note order by id"))
                    .containsExactly("seed");
        }
    }

    @Test
    default void anEmptyScriptGivesAnEmptyDatabase() {
        try (TestDatabase empty = server().database("")) {
            assertThat(Sql.query(empty.url(), "select tablename from pg_tables where schemaname = 'public'"))
                    .isEmpty();
        }
    }

    @Test
    default void aDroppedDatabaseIsGoneAlthoughSomebodyIsConnected() {
        TestDatabase database = server().database(SCHEMA);
        TestDatabase other = server().database("");
        Sql.query(database.url(), "select 1");

        database.close();
        database.close();

        assertThat(Sql.query(other.url(), "select datname from pg_database")).doesNotContain(database.name());
        other.close();
    }

    @Test
    default void aScriptThatFailsShowsTheErrorAndTheScriptAndLeavesNoDatabase() {
        try (TestDatabase other = server().database("")) {
            List<String> before = Sql.query(other.url(), "select datname from pg_database order by 1");

            assertThatThrownBy(() -> server().database("create tabel note (id int)"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll("syntax error at or near \"tabel\"", "create tabel note (id int)");
            assertThat(Sql.query(other.url(), "select datname from pg_database order by 1"))
                    .isEqualTo(before);
        }
    }

    @Test
    default void textSortsByCodePointAndHasTheCaseRulesOfUnicode() {
        try (TestDatabase database = server().database("")) {
            assertThat(Sql.query(database.url(), "select x from unnest(array['a','B','é','z']) x order by x"))
                    .containsExactly("B", "a", "z", "é");
            assertThat(Sql.query(database.url(), "select 'ÉTÉ' ilike 'été'")).containsExactly("true");
        }
    }

    /** The best of some rounds, because a machine with other work is slow for reasons of its own. */
    @Test
    default void aFreshDatabaseIsFast() {
        server().database(SCHEMA).close();

        Duration best = Stream.generate(this::timeOfOne)
                .limit(20)
                .takeWhile(taken -> taken.compareTo(FAST) >= 0)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);

        assertThat(best)
                .as("the best of 20, or 0 as soon as one was fast enough")
                .isLessThan(FAST);
    }

    private Duration timeOfOne() {
        long start = System.nanoTime();
        try (TestDatabase database = server().database(SCHEMA)) {
            assertThat(database.name()).isNotEmpty();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}

package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Person_.PERSON;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Many;
import org.reactiveorm.query.Include;
import org.reactiveorm.test.OrmExtension;

/** Relations of an entity with itself, followed level by level in one statement. */
class RecursiveIncludesIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    /** 1 leads 2 and 3, 2 leads 4 and 5, 4 leads 6; 7 and 8 lead each other. Following goes 1 → 2 → 3 → 1, and 2 → 4. */
    @BeforeAll
    static void fill() {
        for (String sql : List.of(
                "insert into people (id, name, active, boss_id) values (1, 'a', true, null), (2, 'b', true, 1),"
                        + " (3, 'c', true, 1), (4, 'd', true, 2), (5, 'e', false, 2), (6, 'f', true, 4),"
                        + " (7, 'g', true, null), (8, 'h', true, 7)",
                "update people set boss_id = 8 where id = 7",
                "insert into follows (follower_id, followed_id) values (1, 2), (2, 3), (3, 1), (2, 4)")) {
            database.orm().sql(sql).execute().block();
        }
    }

    private static Person person(int id, Include<Person, Person> include) {
        database.statements().clear();
        Person person = database.orm()
                .find(PERSON)
                .byId(id)
                .include(include)
                .oneOrFail()
                .block();
        assertThat(database.statements()).hasCount(2);
        return person;
    }

    /** {@code a(b c)}; {@code ?} for what is not loaded. */
    private static String down(Person person) {
        return person.name() + tree(person.reports());
    }

    private static String tree(Many<Person> reports) {
        return reports.isLoaded()
                ? reports.stream().map(RecursiveIncludesIT::down).collect(Collectors.joining(" ", "(", ")"))
                : "?";
    }

    private static String followed(Person person) {
        return person.name()
                + (person.following().isLoaded()
                        ? person.following().stream()
                                .map(RecursiveIncludesIT::followed)
                                .collect(Collectors.joining(" ", "(", ")"))
                        : "?");
    }

    private static String up(Person person) {
        if (!person.boss().isLoaded()) {
            return person.name() + "?";
        }
        return person.name()
                + person.boss().optional().map(boss -> " < " + up(boss)).orElse(".");
    }

    @Test
    void goesDownAsManyLevelsAsAreAskedFor() {
        assertThat(down(person(1, PERSON.reports.orderBy(PERSON.id.asc()).recursive(1))))
                .isEqualTo("a(b? c?)");
        assertThat(down(person(1, PERSON.reports.orderBy(PERSON.id.asc()).recursive(2))))
                .isEqualTo("a(b(d? e?) c())");
        assertThat(down(person(1, PERSON.reports.orderBy(PERSON.id.desc()).recursive(9))))
                .isEqualTo("a(c() b(e() d(f())))");
        assertThat(down(person(6, PERSON.reports.recursive(9)))).isEqualTo("f()");
    }

    @Test
    void goesUpToTheTop() {
        assertThat(up(person(6, PERSON.boss.recursive(2)))).isEqualTo("f < d < b?");
        assertThat(up(person(6, PERSON.boss.recursive(9)))).isEqualTo("f < d < b < a.");
    }

    @Test
    void circlesComeToAnEnd() {
        assertThat(up(person(7, PERSON.boss.recursive(100)))).isEqualTo("g < h < g?");
        assertThat(down(person(7, PERSON.reports.recursive(100)))).isEqualTo("g(h(g?))");
        assertThat(up(person(7, PERSON.boss.recursive(Integer.MAX_VALUE)))).isEqualTo("g < h < g?");
        assertThat(followed(person(1, PERSON.following.orderBy(PERSON.id.asc()).recursive(100))))
                .isEqualTo("a(b(c(a?) d()))");
    }

    @Test
    void aConditionEndsABranch() {
        assertThat(down(person(
                        1,
                        PERSON.reports
                                .where(PERSON.id.ne(4))
                                .orderBy(PERSON.id.asc())
                                .recursive(9))))
                .isEqualTo("a(b(e()) c())");
        Person someone = person(1, PERSON.reports.where(PERSON.active.isTrue()).recursive(9));
        assertThat(someone.reports().isPartial()).isTrue();
        assertThat(someone.reports().list().get(0).reports().isPartial()).isTrue();
    }

    @Test
    void manyRootsAndFurtherRelationsCostNoMoreStatements() {
        database.statements().clear();
        List<Person> people = database.orm()
                .find(PERSON)
                .where(PERSON.id.lte(4))
                .orderBy(PERSON.id.asc())
                .include(PERSON.reports
                        .orderBy(PERSON.id.asc())
                        .include(PERSON.followers.orderBy(PERSON.id.asc()))
                        .recursive(9))
                .all()
                .collectList()
                .block();
        assertThat(database.statements()).hasCount(3);
        assertThat(people)
                .extracting(RecursiveIncludesIT::down)
                .containsExactly("a(b(d(f()) e()) c())", "b(d(f()) e())", "c()", "d(f())");
        Person d = people.get(0).reports().list().get(0).reports().list().get(0);
        assertThat(d.followers()).extracting(Person::name).containsExactly("b");
    }

    @Test
    void nothingBelowIsNoStatementMore() {
        database.statements().clear();
        assertThat(database.orm()
                        .find(PERSON)
                        .byId(1)
                        .include(PERSON.boss.recursive(5))
                        .all()
                        .map(RecursiveIncludesIT::up)
                        .collectList()
                        .block())
                .containsExactly("a.");
        assertThat(database.statements()).hasCount(1);
    }

    /** Both of a layer follow both of the next one, so that 2^18 ways lead from the first layer to the last. */
    @Test
    void whatManyWaysLeadToIsThereOnceForEachLevel() {
        for (String sql : List.of(
                "insert into people (id, name, active) select n, 'layer ' || n / 2, true from generate_series(1000, 1037) n",
                "insert into follows (follower_id, followed_id) select n, n / 2 * 2 + 2 + i"
                        + " from generate_series(1000, 1035) n, generate_series(0, 1) i")) {
            database.orm().sql(sql).execute().block();
        }
        Set<Many<Person>> followed = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(person(1000, PERSON.following.recursive(18)), followed);
        assertThat(followed)
                .hasSize(1 + 17 * 2)
                .allSatisfy(people -> assertThat(people)
                        .hasSize(2)
                        .extracting(Person::name)
                        .containsOnly(people.list().get(0).name()));
        assertThat(followed.stream().flatMap(Many::stream).map(Person::id).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1002, 1037).boxed().toList());
    }

    /** The same ways, but the last layer leads back to the first: a circle at each end. */
    @Test
    void aCircleDoesNotMultiplyTheWays() {
        for (String sql : List.of(
                "insert into people (id, name, active) select n, 'layer', true from generate_series(2000, 2037) n",
                "insert into follows (follower_id, followed_id) select n, n / 2 * 2 + 2 + i"
                        + " from generate_series(2000, 2035) n, generate_series(0, 1) i",
                "insert into follows (follower_id, followed_id) values (2036, 2000), (2037, 2000)")) {
            database.orm().sql(sql).execute().block();
        }
        Set<Many<Person>> followed = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(person(2000, PERSON.following.recursive(25)), followed);
        assertThat(followed).hasSize(1 + 18 * 2);
    }

    /** 11 leads to a circle of 12 and 13, of which each root has another part. */
    @Test
    void whatIsBelowARowDoesNotDependOnTheOtherRoots() {
        for (String sql : List.of(
                "insert into people (id, name, active) values (11, 'k', true), (12, 'l', true), (13, 'm', true)",
                "insert into follows (follower_id, followed_id) values (11, 12), (12, 13), (13, 12)")) {
            database.orm().sql(sql).execute().block();
        }
        Include<Person, Person> include = PERSON.following.recursive(3);
        assertThat(database.orm()
                        .find(PERSON)
                        .where(PERSON.id.in(11, 12, 13))
                        .orderBy(PERSON.id.asc())
                        .include(include)
                        .all()
                        .map(RecursiveIncludesIT::followed)
                        .collectList()
                        .block())
                .isEqualTo(Stream.of(11, 12, 13)
                        .map(id -> followed(person(id, include)))
                        .toList())
                .containsExactly("k(l(m(l?)))", "l(m(l?))", "m(l(m?))");
    }

    @Test
    void dataMayBeDeeperThanAStack() {
        for (String sql : List.of(
                "insert into people (id, name, active, boss_id) select n, 'c', true, case when n > 100000 then n - 1 end"
                        + " from generate_series(100000, 112000) n",
                "create index on people (boss_id)",
                "analyze people")) {
            database.orm().sql(sql).execute().block();
        }
        Person person = person(100_000, PERSON.reports.recursive(Integer.MAX_VALUE));
        int levels = 0;
        for (; !person.reports().list().isEmpty(); levels++) {
            person = person.reports().list().get(0);
        }
        assertThat(levels).isEqualTo(12_000);
    }

    private static void collect(Person person, Set<Many<Person>> followed) {
        if (person.following().isLoaded() && followed.add(person.following())) {
            person.following().forEach(next -> collect(next, followed));
        }
    }

    @Test
    void whatCannotBeFollowedAgainIsRefused() {
        assertThatThrownBy(() -> PRODUCT.lines.recursive(2))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Product.lines leads to Line");
        assertThatThrownBy(() -> PERSON.reports.recursive(0)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> PERSON.reports.take(1).recursive(2)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> PERSON.reports.recursive(2).skip(1)).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> PERSON.reports.include(PERSON.reports).recursive(2))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> database.orm()
                        .find(PERSON)
                        .include(PERSON.reports.recursive(2))
                        .inOneStatement()
                        .all())
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Leave out inOneStatement()");
    }
}

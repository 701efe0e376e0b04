package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Shelf_.SHELF;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.library.ShelfId;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.FullText;
import org.reactiveorm.query.Pair;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.TimeUnit;
import org.reactiveorm.query.Triple;
import org.reactiveorm.scope.Scopes;

/** What is computed, in conditions and orders. */
class ExpressionSqlTest {

    @Test
    void nullSafeComparisonsTakeValuesAndColumns() {
        assertWhere(AUTHOR, AUTHOR.born.isNotDistinctFrom(1), "\"born\" is not distinct from $1", 1);
        assertWhere(BOOK, BOOK.sequelOfId.isDistinctFrom(BOOK.id), "\"sequel_of_id\" is distinct from \"id\"");
        assertWhere(BOOK, BOOK.sequelOfId.isNotDistinctFrom(BOOK.id), "\"sequel_of_id\" is not distinct from \"id\"");
    }

    @Test
    void rowsAreComparedFromLeftToRight() {
        assertWhere(AUTHOR, Pair.of(AUTHOR.name, AUTHOR.id).gt("x", 7L), "(\"name\", \"id\") > ($1, $2)", "x", 7L);
        assertWhere(
                AUTHOR,
                Triple.of(AUTHOR.active, AUTHOR.name, AUTHOR.id).lte(true, "x", 7L),
                "(\"active\", \"name\", \"id\") <= ($1, $2, $3)",
                true,
                "x",
                7L);
    }

    @Test
    void manyKeysAreOneParameterForEachColumn() {
        assertWhere(AUTHOR, AUTHOR.hasIdIn(List.of(1L, 2L)), "\"id\" = any($1::int8[])", (Object) new Long[] {1L, 2L});
        assertWhere(
                SHELF,
                SHELF.hasIdIn(List.of(new ShelfId("A", 7), new ShelfId("B", 8))),
                "(\"room\", \"number\") in (select t1_.k0, t1_.k1"
                        + " from unnest($1::text[], $2::int4[]) as t1_(\"k0\", \"k1\"))",
                new String[] {"A", "B"},
                new Integer[] {7, 8});
        assertThat(SHELF.hasIdIn(List.of())).isEqualTo(Condition.never());
    }

    @Test
    void manyRowsOfValuesAreOneParameterForEachExpression() {
        List<ShelfId> ids = List.of(new ShelfId("A", 7), new ShelfId("B", 8));
        assertWhere(
                SHELF,
                Pair.of(SHELF.id.room.lower(), SHELF.id.number).in(ids, ShelfId::room, ShelfId::number),
                "((lower(t0_.\"room\")), \"number\") in (select t1_.k0, t1_.k1"
                        + " from unnest($1::text[], $2::int4[]) as t1_(\"k0\", \"k1\"))",
                new String[] {"A", "B"},
                new Integer[] {7, 8});
        assertWhere(
                AUTHOR,
                Triple.of(AUTHOR.id, AUTHOR.name, AUTHOR.id)
                        .in(List.of("x"), name -> 1L, name -> name, name -> (long) name.length()),
                "(\"id\", \"name\", \"id\") in (select t1_.k0, t1_.k1, t1_.k2"
                        + " from unnest($1::int8[], $2::text[], $3::int8[]) as t1_(\"k0\", \"k1\", \"k2\"))",
                new Long[] {1L},
                new String[] {"x"},
                new Long[] {1L});
        assertThat(Pair.of(SHELF.id.room, SHELF.id.number).in(List.<ShelfId>of(), ShelfId::room, ShelfId::number))
                .isEqualTo(Condition.never());
    }

    @Test
    void textHasFunctionsAndRegularExpressions() {
        assertWhere(AUTHOR, AUTHOR.name.matchesRegex("^a"), "(t0_.\"name\" ~ $1)", "^a");
        assertWhere(AUTHOR, AUTHOR.name.matchesRegexIgnoreCase("^a"), "(t0_.\"name\" ~* $1)", "^a");
        assertWhere(AUTHOR, AUTHOR.name.lower().eq("a"), "(lower(t0_.\"name\")) = $1", "a");
        assertWhere(AUTHOR, AUTHOR.name.upper().contains("A"), "(upper(t0_.\"name\")) like $1", "%A%");
        assertWhere(
                AUTHOR,
                AUTHOR.name.length().between(1, 3),
                "(length(t0_.\"name\")) >= $1 and (length(t0_.\"name\")) <= $2",
                1,
                3);
    }

    @Test
    void fullTextSearchNamesTheLanguageInTheText() {
        assertWhere(
                AUTHOR, AUTHOR.name.matches("a b"), "(to_tsvector(t0_.\"name\") @@ websearch_to_tsquery($1))", "a b");
        assertWhere(
                AUTHOR,
                FullText.of(AUTHOR.name, AUTHOR.email).in("english").matches("a b"),
                "(to_tsvector('english', coalesce(t0_.\"name\", '') || ' ' || coalesce(t0_.\"email\", ''))"
                        + " @@ websearch_to_tsquery('english', $1))",
                "a b");
        assertThatThrownBy(() -> FullText.of(AUTHOR.name).in("english'); drop table x; --"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("no name of a text search configuration");
    }

    @Test
    void numbersAreComputed() {
        assertWhere(AUTHOR, AUTHOR.born.plus(1).times(2).gt(3), "((\"born\" + $1) * $2) > $3", 1, 2, 3);
        assertWhere(
                BOOK,
                BOOK.id.minus(BOOK.authorId).dividedBy(2L).eq(0L),
                "((\"id\" - \"author_id\") / $1) = $2",
                2L,
                0L);
        assertWhere(
                AUTHOR,
                AUTHOR.born.toDecimal().times(AUTHOR.royalties).gt(BigDecimal.ONE),
                "((t0_.\"born\"::numeric) * \"royalties\") > $1",
                BigDecimal.ONE);
        assertWhere(AUTHOR, AUTHOR.born.orElse(0).eq(0), "(coalesce(t0_.\"born\", $1)) = $2", 0, 0);
        assertWhere(
                AUTHOR,
                AUTHOR.born.when(AUTHOR.active.isTrue()).isNull(),
                "case when \"active\" = $1 then \"born\" end is null",
                true);
    }

    @Test
    void timesAreCutOffInAZone() {
        Instant moment = Instant.EPOCH;
        assertWhere(
                AUTHOR,
                AUTHOR.createdAt
                        .truncatedTo(TimeUnit.MONTH, ZoneId.of("Europe/Berlin"))
                        .eq(moment),
                "(date_trunc('month', t0_.\"created_at\", $1)) = $2",
                "Europe/Berlin",
                moment);
        assertWhere(
                AUTHOR,
                AUTHOR.createdAt.toDate(ZoneOffset.ofHours(2)).isNull(),
                "((t0_.\"created_at\" at time zone $1)::date) is null",
                "<x>-02:00");
        assertWhere(
                AUTHOR,
                AUTHOR.createdAt.within(moment, moment),
                "\"created_at\" >= $1 and \"created_at\" < $2",
                moment,
                moment);
    }

    @Test
    void pathsLeadOverToOneRelations() {
        assertWhere(
                BOOK,
                BOOK.author.get(AUTHOR.name).startsWith("a"),
                "(select t1_.\"name\" from \"authors\" t1_ where t1_.\"id\" = t0_.\"author_id\") like $1",
                "a%");
        assertWhere(
                BOOK,
                BOOK.sequelOf.get(BOOK.author.get(AUTHOR.born)).gt(1900),
                "(select (select t2_.\"born\" from \"authors\" t2_ where t2_.\"id\" = t1_.\"author_id\")"
                        + " from \"books\" t1_ where t1_.\"id\" = t0_.\"sequel_of_id\") > $1",
                1900);
        assertOrder(
                BOOK,
                Query.of(BOOK.model())
                        .thenBy(BOOK.author.get(AUTHOR.name).desc().nullsLast()),
                "(select t1_.\"name\" from \"authors\" t1_ where t1_.\"id\" = t0_.\"author_id\") desc nulls last");
    }

    @Test
    void relatedRowsAreAggregated() {
        assertWhere(
                AUTHOR,
                AUTHOR.books.aggregate(BOOK.pages.sum(), BOOK.title.eq("x")).gt(9L),
                "(select sum(t1_.\"pages\")::int8 from \"books\" t1_ where t1_.\"author_id\" = t0_.\"id\""
                        + " and t1_.\"title\" = $1) > $2",
                "x",
                9L);
        assertOrder(
                AUTHOR,
                Query.of(AUTHOR.model())
                        .thenBy(AUTHOR.books.aggregate(BOOK.title.max()).asc()),
                "(select max(t1_.\"title\") from \"books\" t1_ where t1_.\"author_id\" = t0_.\"id\")");
    }

    @Test
    void sqlOfTheCallerComputesTyped() {
        assertWhere(
                AUTHOR, AUTHOR.text("reverse(?)", AUTHOR.name).eq("x"), "((reverse(t0_.\"name\"))::text) = $1", "x");
        assertWhere(
                AUTHOR,
                AUTHOR.number("? * ?", AUTHOR.born, 2).gt(BigDecimal.TEN),
                "((t0_.\"born\" * $1)::numeric) > $2",
                2,
                BigDecimal.TEN);
        assertWhere(
                AUTHOR,
                AUTHOR.value(Long.class, "hashtextextended(?, 0)", AUTHOR.name).lt(0L),
                "((hashtextextended(t0_.\"name\", 0))::int8) < $1",
                0L);
        assertThatThrownBy(() -> AUTHOR.value(Thread.class, "now()"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("java.lang.Thread");
    }

    private static <E> void assertWhere(
            EntityRef<E, ?> entity, Condition<E> condition, String where, Object... values) {
        Sql sql = new SelectRenderer(Scopes.none())
                .count(
                        Query.of(entity.model()).and(condition),
                        SelectList.properties(entity.model().properties()));
        assertThat(sql.text()).endsWith(" t0_ where " + where);
        assertThat(sql.parameters()).extracting(Sql.Parameter::value).containsExactly(values);
    }

    private static <E> void assertOrder(EntityRef<E, ?> entity, Query<E> query, String order) {
        assertThat(new SelectRenderer(Scopes.none())
                        .select(query, SelectList.properties(entity.model().properties()))
                        .text())
                .contains(entity.model().table().name() + "\" t0_ order by " + order);
    }
}

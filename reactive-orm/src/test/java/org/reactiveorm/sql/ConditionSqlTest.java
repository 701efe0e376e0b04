package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Place_.PLACE;
import static org.reactiveorm.library.Shelf_.SHELF;
import static org.reactiveorm.library.Tag_.TAG;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.ShelfId;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Query;
import org.reactiveorm.scope.Scopes;

/** One condition, one line of SQL. */
class ConditionSqlTest {

    @Test
    void comparisonsBindTheirValues() {
        assertWhere(AUTHOR, AUTHOR.email.eq("a@b"), "\"email\" = $1", "a@b");
        assertWhere(AUTHOR, AUTHOR.born.ne(1900), "\"born\" <> $1", 1900);
        assertWhere(AUTHOR, AUTHOR.born.gt(1900), "\"born\" > $1", 1900);
        assertWhere(AUTHOR, AUTHOR.born.gte(1900), "\"born\" >= $1", 1900);
        assertWhere(AUTHOR, AUTHOR.born.lt(1900), "\"born\" < $1", 1900);
        assertWhere(AUTHOR, AUTHOR.born.lte(1900), "\"born\" <= $1", 1900);
        assertWhere(AUTHOR, AUTHOR.born.isDistinctFrom(1900), "\"born\" is distinct from $1", 1900);
        assertWhere(AUTHOR, AUTHOR.active.isTrue(), "\"active\" = $1", true);
        assertWhere(AUTHOR, AUTHOR.active.isFalse(), "\"active\" = $1", false);
    }

    @Test
    void betweenIncludesBothEnds() {
        assertWhere(AUTHOR, AUTHOR.born.between(1900, 1950), "\"born\" >= $1 and \"born\" <= $2", 1900, 1950);
    }

    @Test
    void columnsOfTheSameTypeCompare() {
        assertWhere(BOOK, BOOK.id.gt(BOOK.authorId), "\"id\" > \"author_id\"");
        assertWhere(BOOK, BOOK.id.eq(BOOK.sequelOfId), "\"id\" = \"sequel_of_id\"");
        assertWhere(
                BOOK,
                BOOK.id.between(BOOK.authorId, BOOK.sequelOfId),
                "\"id\" >= \"author_id\" and \"id\" <= \"sequel_of_id\"");
    }

    @Test
    void nullHasItsOwnConditions() {
        assertWhere(AUTHOR, AUTHOR.born.isNull(), "\"born\" is null");
        assertWhere(AUTHOR, AUTHOR.born.isNotNull(), "\"born\" is not null");
        assertWhere(AUTHOR, AUTHOR.born.isNull().not(), "\"born\" is not null");
        assertWhere(AUTHOR, AUTHOR.born.isNotNull().not(), "\"born\" is null");
    }

    @Test
    void andAndOrNestWithParentheses() {
        Condition<Author> a = AUTHOR.name.eq("a");
        Condition<Author> b = AUTHOR.name.eq("b");
        Condition<Author> c = AUTHOR.active.isTrue();
        assertWhere(AUTHOR, a.or(b).and(c), "(\"name\" = $1 or \"name\" = $2) and \"active\" = $3", "a", "b", true);
        assertWhere(AUTHOR, a.and(c).or(b), "\"name\" = $1 and \"active\" = $2 or \"name\" = $3", "a", true, "b");
        assertWhere(AUTHOR, a.or(b).not(), "not (\"name\" = $1 or \"name\" = $2)", "a", "b");
        assertWhere(AUTHOR, a.not().not(), "\"name\" = $1", "a");
        assertWhere(AUTHOR, Condition.none(List.of(a, b)), "not (\"name\" = $1 or \"name\" = $2)", "a", "b");
    }

    @Test
    void constantsAreDecidedBeforeTheyAreWritten() {
        Condition<Author> a = AUTHOR.name.eq("a");
        assertWhere(AUTHOR, a.and(Condition.always()), "\"name\" = $1", "a");
        assertWhere(AUTHOR, a.or(Condition.never()), "\"name\" = $1", "a");
        assertThat(a.and(Condition.never())).isEqualTo(Condition.never());
        assertThat(a.or(Condition.always())).isEqualTo(Condition.always());
        assertThat(Condition.<Author>all(List.of())).isEqualTo(Condition.always());
        assertThat(Condition.<Author>any(List.of())).isEqualTo(Condition.never());
        assertThat(Condition.<Author>none(List.of())).isEqualTo(Condition.always());
        assertThat(AUTHOR.name.in()).isEqualTo(Condition.never());
        assertThat(AUTHOR.name.notIn(List.of())).isEqualTo(Condition.always());
    }

    @Test
    void membershipIsOneArrayWhateverItsSize() {
        assertThat(sql(AUTHOR, AUTHOR.id.in(1L)).text())
                .isEqualTo(sql(AUTHOR, AUTHOR.id.in(1L, 2L, 3L)).text());
        assertWhere(AUTHOR, AUTHOR.id.in(1L, 2L), "\"id\" = any($1::int8[])", (Object) new Long[] {1L, 2L});
        assertWhere(AUTHOR, AUTHOR.name.notIn("x"), "\"name\" <> all($1::text[])", (Object) new String[] {"x"});
        assertWhere(AUTHOR, AUTHOR.royalties.in(new BigDecimal("1.50")), "\"royalties\" = any($1::numeric[])", (Object)
                new BigDecimal[] {new BigDecimal("1.50")});
    }

    @Test
    void literalTextIsEscaped() {
        assertWhere(AUTHOR, AUTHOR.name.contains("50%_\\"), "\"name\" like $1", "%50\\%\\_\\\\%");
        assertWhere(AUTHOR, AUTHOR.name.startsWith("x"), "\"name\" like $1", "x%");
        assertWhere(AUTHOR, AUTHOR.name.endsWith("x"), "\"name\" like $1", "%x");
        assertWhere(AUTHOR, AUTHOR.name.containsIgnoreCase("x"), "\"name\" ilike $1", "%x%");
        assertWhere(AUTHOR, AUTHOR.name.startsWithIgnoreCase("x"), "\"name\" ilike $1", "x%");
        assertWhere(AUTHOR, AUTHOR.name.endsWithIgnoreCase("x"), "\"name\" ilike $1", "%x");
        assertWhere(AUTHOR, AUTHOR.name.eqIgnoreCase("x%"), "lower(\"name\") = lower($1)", "x%");
        assertWhere(AUTHOR, AUTHOR.name.like("x%"), "\"name\" like $1", "x%");
        assertWhere(AUTHOR, AUTHOR.name.ilike("x%"), "\"name\" ilike $1", "x%");
    }

    @Test
    void arraysAreMatchedByTheirElements() {
        assertWhere(AUTHOR, AUTHOR.awards.has("a"), "\"awards\" @> $1::text[]", (Object) new String[] {"a"});
        assertWhere(AUTHOR, AUTHOR.awards.hasAny(List.of("a", "b")), "\"awards\" && $1::text[]", (Object)
                new String[] {"a", "b"});
        assertWhere(AUTHOR, AUTHOR.awards.isEmpty(), "cardinality(\"awards\") = 0");
    }

    @Test
    void relatedRowsAreSubqueries() {
        String books = "(select 1 from \"books\" t1_ where t1_.\"author_id\" = t0_.\"id\"";
        assertWhere(AUTHOR, AUTHOR.books.some(), "exists " + books + ")");
        assertWhere(AUTHOR, AUTHOR.books.none(), "not exists " + books + ")");
        assertWhere(AUTHOR, AUTHOR.books.some(BOOK.pages.gt(9)), "exists " + books + " and t1_.\"pages\" > $1)", 9);
        assertWhere(
                AUTHOR,
                AUTHOR.books.every(BOOK.pages.gt(9)),
                "not exists " + books + " and not (t1_.\"pages\" > $1))",
                9);
        assertWhere(
                AUTHOR,
                AUTHOR.books.none(BOOK.pages.gt(9).or(BOOK.pages.isNull())),
                "not exists " + books + " and (t1_.\"pages\" > $1 or t1_.\"pages\" is null))",
                9);
    }

    @Test
    void everyRelatedRowOfNoConditionAlwaysHolds() {
        assertWhere(
                AUTHOR,
                AUTHOR.books.every(),
                "not exists (select 1 from \"books\" t1_ where t1_.\"author_id\" = t0_.\"id\" and false)");
    }

    @Test
    void toOneRelationsAreSubqueriesToo() {
        String author = "(select 1 from \"authors\" t1_ where t1_.\"id\" = t0_.\"author_id\"";
        assertWhere(
                BOOK, BOOK.author.is(AUTHOR.active.isTrue()), "exists " + author + " and t1_.\"active\" = $1)", true);
        assertWhere(
                BOOK,
                BOOK.author.isNot(AUTHOR.active.isTrue()),
                "not exists " + author + " and t1_.\"active\" = $1)",
                true);
        assertWhere(
                BOOK,
                BOOK.sequelOf.isNull(),
                "not exists (select 1 from \"books\" t1_ where t1_.\"id\" = t0_.\"sequel_of_id\")");
        assertWhere(
                AUTHOR,
                AUTHOR.contract.isNotNull(),
                "exists (select 1 from \"contracts\" t1_ where t1_.\"author_id\" = t0_.\"id\")");
    }

    @Test
    void manyToManyGoesThroughTheJoinTable() {
        assertWhere(
                BOOK,
                BOOK.tags.some(TAG.name.eq("java")),
                "exists (select 1 from \"tags\" t1_ join \"book_tags\" t2_ on t2_.\"tag_name\" = t1_.\"name\""
                        + " where t2_.\"book_id\" = t0_.\"id\" and t1_.\"name\" = $1)",
                "java");
        assertWhere(
                TAG,
                TAG.books.some(),
                "exists (select 1 from \"books\" t1_ join \"book_tags\" t2_ on t2_.\"book_id\" = t1_.\"id\""
                        + " where t2_.\"tag_name\" = t0_.\"name\")");
    }

    @Test
    void relationsNestToAnyDepth() {
        assertWhere(
                AUTHOR,
                AUTHOR.books.some(BOOK.tags.none(TAG.name.eq("x")), BOOK.sequels.some()),
                "exists (select 1 from \"books\" t1_ where t1_.\"author_id\" = t0_.\"id\""
                        + " and not exists (select 1 from \"tags\" t2_ join \"book_tags\" t3_ on t3_.\"tag_name\" = t2_.\"name\""
                        + " where t3_.\"book_id\" = t1_.\"id\" and t2_.\"name\" = $1)"
                        + " and exists (select 1 from \"books\" t4_ where t4_.\"sequel_of_id\" = t1_.\"id\"))",
                "x");
    }

    @Test
    void compositeKeysAreComparedPairByPair() {
        assertWhere(SHELF, SHELF.hasId(new ShelfId("A", 7)), "\"room\" = $1 and \"number\" = $2", "A", 7);
        assertWhere(
                PLACE,
                PLACE.shelf.is(SHELF.label.eq("x")),
                "exists (select 1 from \"store\".\"shelves\" t1_ where t1_.\"room\" = t0_.\"shelf_room\""
                        + " and t1_.\"number\" = t0_.\"shelf_number\" and t1_.\"label\" = $1)",
                "x");
    }

    @Test
    void relationCountsCompareLikeNumbers() {
        assertWhere(
                AUTHOR,
                AUTHOR.books.count(BOOK.pages.gt(9)).gte(3L),
                "(select count(*) from \"books\" t1_ where t1_.\"author_id\" = t0_.\"id\" and t1_.\"pages\" > $1) >= $2",
                9,
                3L);
    }

    @Test
    void fragmentsOfTheCallerBindTheirValues() {
        assertWhere(AUTHOR, Condition.sql("length(?) > ?", AUTHOR.name, 3), "(length(t0_.\"name\") > $1)", 3);
        assertWhere(AUTHOR, Condition.sql("? ?? 'x'", AUTHOR.name), "(t0_.\"name\" ? 'x')");
    }

    @Test
    void injectionStaysAValue() {
        String injection = "'; drop table authors; --";
        assertWhere(AUTHOR, AUTHOR.name.eq(injection), "\"name\" = $1", injection);
        assertWhere(AUTHOR, AUTHOR.name.contains(injection), "\"name\" like $1", "%" + injection + "%");
    }

    private static <E> Sql sql(EntityRef<E, ?> entity, Condition<E> condition) {
        return new SelectRenderer(Scopes.none())
                .count(
                        Query.of(entity.model()).and(condition),
                        SelectList.properties(entity.model().properties()));
    }

    private static <E> void assertWhere(
            EntityRef<E, ?> entity, Condition<E> condition, String where, Object... values) {
        Sql sql = sql(entity, condition);
        assertThat(sql.text()).endsWith(" t0_ where " + where);
        assertThat(sql.parameters()).extracting(Sql.Parameter::value).containsExactly(values);
    }
}

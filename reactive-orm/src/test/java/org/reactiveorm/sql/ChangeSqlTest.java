package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Contract_.CONTRACT;
import static org.reactiveorm.library.Tag_.TAG;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.Contract;
import org.reactiveorm.model.Table;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.Update;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.InsertNode.Given;

/** One change, one statement. */
class ChangeSqlTest {

    private static final ChangeRenderer CHANGE = new ChangeRenderer(Scopes.none());
    private static final InsertRenderer INSERT = new InsertRenderer();
    private static final String RETURNED_BOOK =
            " returning \"id\", \"title\", \"pages\", \"author_id\", \"sequel_of_id\"";

    @Test
    void insertsOneRowWithItsValues() {
        InsertBatch<Book> batch = batch(BOOK.draft().set(BOOK.title, "T").set(BOOK.pages, null));
        Sql sql = INSERT.one(batch);
        assertThat(sql.text())
                .isEqualTo("insert into \"books\" (\"title\", \"pages\") values ($1, $2)" + RETURNED_BOOK);
        assertThat(sql.parameters())
                .containsExactly(new Sql.Parameter("T", String.class), new Sql.Parameter(null, Integer.class));
    }

    @Test
    void insertsARowOfDefaults() {
        assertThat(INSERT.one(batch(TAG.draft())).text())
                .isEqualTo("insert into \"tags\" default values returning \"name\"");
    }

    @Test
    void insertsManyRowsAsOneArrayForEachColumn() {
        InsertBatch<Book> batch = batch(
                BOOK.draft().set(BOOK.title, "a").set(BOOK.authorId, 1L),
                BOOK.draft().set(BOOK.authorId, 2L).set(BOOK.title, "b"));
        Sql sql = INSERT.many(batch);
        assertThat(sql.parameters())
                .extracting(Sql.Parameter::value)
                .containsExactly(new String[] {"a", "b"}, new Long[] {1L, 2L});
        assertThat(sql.text())
                .isEqualTo("insert into \"books\" (\"title\", \"author_id\") select i.c0, i.c1"
                        + " from unnest($1::text[], $2::int8[]) with ordinality as i(c0, c1, n) order by i.n"
                        + RETURNED_BOOK);
    }

    @Test
    void insertsManyRowsOfDefaults() {
        assertThat(INSERT.many(batch(TAG.draft(), TAG.draft())).text())
                .isEqualTo(
                        "insert into \"tags\" select  from generate_series(1, $1) as i(n) order by i.n returning \"name\"");
    }

    @Test
    void computesKeysWithTheInputWhereTheyHaveNoOrder() {
        InsertBatch<Contract> batch = batch(
                CONTRACT.draft().set(CONTRACT.terms, "a").set(CONTRACT.authorId, 1L),
                CONTRACT.draft().set(CONTRACT.terms, "b").set(CONTRACT.authorId, 2L));
        assertThat(INSERT.manyWithComputedKey(batch).text())
                .isEqualTo("with keyed as materialized (select i.*, gen_random_uuid() as k0 from unnest($1::text[],"
                        + " $2::int8[]) with ordinality as i(c0, c1, n)), inserted as (insert into \"contracts\""
                        + " (\"terms\", \"author_id\", \"id\") select i.c0, i.c1, i.k0 from keyed as i returning *)"
                        + " select t0_.\"id\", t0_.\"terms\", t0_.\"author_id\" from inserted t0_ join keyed as i"
                        + " on t0_.\"id\" = i.k0 order by i.n");
    }

    @Test
    void linksRowsOfAJoinTableOnce() {
        Sql sql = INSERT.links(InsertNode.links(
                Table.of("book_tags"),
                2,
                List.of(
                        Given.of("book_id", BOOK.id.property(), column(1L, 2L)),
                        Given.of("tag_name", TAG.name.property(), column("a", "b"))),
                List.of()));
        assertThat(sql.text())
                .isEqualTo(
                        "insert into \"book_tags\" (\"book_id\", \"tag_name\") select i.c0, i.c1"
                                + " from unnest($1::int8[], $2::text[]) with ordinality as i(c0, c1, n) order by i.n on conflict do nothing");
    }

    @Test
    void updatesFromTheRowAsItWas() {
        Update<Author> update = update(
                AUTHOR.royalties.increment(new BigDecimal("1.50")),
                AUTHOR.born.decrement(1),
                AUTHOR.name.to("x"),
                AUTHOR.awards.append("a"),
                AUTHOR.email.to(AUTHOR.name));
        assertThat(CHANGE.update(update).text())
                .isEqualTo("update \"authors\" as t0_ set \"royalties\" = (\"royalties\" + $1::numeric),"
                        + " \"born\" = (\"born\" - $2), \"name\" = $3, \"awards\" = \"awards\" || $4::text[],"
                        + " \"email\" = \"name\" where \"id\" = $5");
    }

    @Test
    void multipliesDividesPrependsAndRemoves() {
        assertThat(CHANGE.update(update(AUTHOR.born.multiply(2))).text()).contains("set \"born\" = (\"born\" * $1)");
        assertThat(CHANGE.update(update(AUTHOR.born.divide(2))).text()).contains("set \"born\" = (\"born\" / $1)");
        assertThat(CHANGE.update(update(AUTHOR.awards.prepend("a"))).text())
                .contains("set \"awards\" = $1::text[] || \"awards\"");
        assertThat(CHANGE.update(update(AUTHOR.awards.remove("a"))).text())
                .contains("set \"awards\" = array_remove(\"awards\", $1)");
    }

    @Test
    void setsNull() {
        Sql sql = CHANGE.update(update(AUTHOR.born.to((Integer) null)));
        assertThat(sql.text()).contains("set \"born\" = $1");
        assertThat(sql.parameters().get(0)).isEqualTo(new Sql.Parameter(null, Integer.class));
    }

    @Test
    void answersTheChangedRows() {
        Update<Book> update = new Update<>(BOOK.model(), BOOK.id.eq(1L), List.of(BOOK.title.to("x")), List.of());
        assertThat(CHANGE.updateReturning(update).text())
                .isEqualTo("update \"books\" as t0_ set \"title\" = $1 where \"id\" = $2" + RETURNED_BOOK);
    }

    @Test
    void deletesAndAnswersTheRowsAsTheyWere() {
        assertThat(CHANGE.delete(new Delete<>(BOOK.model(), Condition.always())).text())
                .isEqualTo("delete from \"books\" as t0_");
        assertThat(CHANGE.deleteReturning(new Delete<>(BOOK.model(), BOOK.author.isNot(AUTHOR.active.isTrue())))
                        .text())
                .isEqualTo("delete from \"books\" as t0_ where not exists (select 1 from \"authors\" t1_"
                        + " where t1_.\"id\" = t0_.\"author_id\" and t1_.\"active\" = $1)" + RETURNED_BOOK);
    }

    @SafeVarargs
    private static Update<Author> update(Assignment<Author>... assignments) {
        return new Update<>(AUTHOR.model(), AUTHOR.id.eq(1L), List.of(assignments), List.of());
    }

    @SafeVarargs
    private static <E> InsertBatch<E> batch(Draft<E>... drafts) {
        return InsertBatch.of(
                drafts[0].entity(), Stream.of(drafts).map(Draft::values).toList());
    }

    private static List<@Nullable Object> column(@Nullable Object... values) {
        return Arrays.asList(values);
    }
}

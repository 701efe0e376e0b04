package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Contract_.CONTRACT;
import static org.reactiveorm.library.Shelf_.SHELF;
import static org.reactiveorm.library.Tag_.TAG;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.Contract;
import org.reactiveorm.library.Shelf;
import org.reactiveorm.library.Tag;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Choice;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.JsonColumn;
import org.reactiveorm.query.TimeColumn;
import org.reactiveorm.query.Update;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.InsertNode.Given;
import tools.jackson.databind.JsonNode;

/** One change, one statement. */
class ChangeSqlTest {

    private static final ChangeRenderer CHANGE = new ChangeRenderer(Scopes.none());
    private static final InsertRenderer INSERT = new InsertRenderer();
    private static final JsonColumn<Author, JsonNode> DOCUMENT =
            new JsonColumn<>("Author", Property.of("document", "document", ColumnTypes.jsonNode(), author -> null));
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

    @Test
    void changesSeveralElementsOfAnArray() {
        assertThat(CHANGE.update(update(AUTHOR.awards.appendAll(List.of("a", "b"))))
                        .text())
                .contains("set \"awards\" = \"awards\" || $1::text[] where");
        assertThat(CHANGE.update(update(AUTHOR.awards.prependAll(List.of("a", "b"))))
                        .text())
                .contains("set \"awards\" = $1::text[] || \"awards\" where");
        assertThat(CHANGE.update(update(AUTHOR.awards.removeAll(List.of("a", "b"))))
                        .text())
                .contains("set \"awards\" = case when \"awards\" is not null then array(select t1_.e"
                        + " from unnest(\"awards\") with ordinality as t1_(e, n) where (t1_.e = any($1::text[])) is not true"
                        + " order by t1_.n) end where");
        assertThat(CHANGE.update(update(AUTHOR.awards.removeAll(List.of()))).text())
                .contains("set \"awards\" = \"awards\" where");
    }

    @Test
    void setsValuesOfRelatedRowsAndOfOtherTypes() {
        Update<Book> update = Update.of(BOOK.model(), BOOK.id.eq(1L))
                .setting(BOOK.title.to(BOOK.author.get(AUTHOR.name)), BOOK.pages.toNumber(BOOK.sequels.count()));
        assertThat(CHANGE.update(update).text())
                .isEqualTo("update \"books\" as t0_ set \"title\" = (select t1_.\"name\" from \"authors\" t1_"
                        + " where t1_.\"id\" = t0_.\"author_id\"), \"pages\" = ((select count(*) from \"books\" t2_"
                        + " where t2_.\"sequel_of_id\" = t0_.\"id\"))::int4 where \"id\" = $1");
    }

    @Test
    void convertsMomentsBetweenColumnsWithAndWithoutZone() {
        ColumnType<Instant> local = ColumnTypes.declared(ColumnTypes.INSTANT, "timestamp");
        TimeColumn<Author, Instant> column =
                new TimeColumn<>("Author", Property.of("local", "local", local, author -> null));
        assertThat(CHANGE.update(update(column.to(AUTHOR.createdAt))).text())
                .contains("set \"local\" = (\"created_at\") at time zone 'UTC' where");
        assertThat(CHANGE.update(update(AUTHOR.createdAt.to(column))).text())
                .contains("set \"created_at\" = (\"local\") at time zone 'UTC' where");
    }

    @Test
    void setsAPlaceInJsonStepByStep() {
        Sql sql = CHANGE.update(update(DOCUMENT.path("a", 2).to("x")));
        assertThat(sql.text())
                .isEqualTo("update \"authors\" as t0_ set \"document\" = jsonb_set("
                        + "case coalesce(jsonb_typeof(\"document\"), 'null') when 'null' then '{}'"
                        + " when 'object' then \"document\" else jsonb_set('0', '{}', \"document\") end, $1::text[], jsonb_set("
                        + "case coalesce(jsonb_typeof(\"document\" #> $2::text[]), 'null') when 'null' then '[]'"
                        + " when 'array' then \"document\" #> $3::text[] else jsonb_set('0', '{}', \"document\" #> $4::text[]) end,"
                        + " $5::text[], $6::jsonb)) where \"id\" = $7");
        assertThat(sql.parameters())
                .extracting(Sql.Parameter::value)
                .containsExactly(
                        new String[] {"a"},
                        new String[] {"a"},
                        new String[] {"a"},
                        new String[] {"a"},
                        new String[] {"2"},
                        "\"x\"",
                        1L);
    }

    @Test
    void removesFromJsonWhatAPathLeadsToAndMergesObjects() {
        assertThat(CHANGE.update(update(DOCUMENT.path("a").remove())).text())
                .contains("set \"document\" = case when (\"document\" #> $1::text[]) is not null"
                        + " then \"document\" #- $2::text[] else \"document\" end where");
        assertThat(CHANGE.update(update(DOCUMENT.merge(Map.of("a", 1)))).text())
                .contains(
                        "set \"document\" = case coalesce(jsonb_typeof(\"document\"), 'null') when 'null' then '{}'"
                                + " when 'object' then \"document\" else jsonb_set('0', '{}', \"document\") end || $1::jsonb where");
        assertThat(CHANGE.update(update(DOCUMENT.toJsonNull())).text())
                .contains("set \"document\" = ('null'::jsonb) where");
        assertThat(CHANGE.update(update(DOCUMENT.path("a").to(AUTHOR.born))).text())
                .contains("(coalesce(to_jsonb(t0_.\"born\"), 'null'))) where");
    }

    @Test
    void changesOfOneDocumentAreOneAssignment() {
        assertThat(CHANGE.update(update(DOCUMENT.path("a").remove(), AUTHOR.born.to(1), DOCUMENT.merge(Map.of("b", 1))))
                        .text())
                .isEqualTo("update \"authors\" as t0_ set \"document\" = (select "
                        + "case coalesce(jsonb_typeof((t1_.j)), 'null') when 'null' then '{}'"
                        + " when 'object' then (t1_.j) else jsonb_set('0', '{}', (t1_.j)) end || $1::jsonb from (select"
                        + " case when (\"document\" #> $2::text[]) is not null then \"document\" #- $3::text[]"
                        + " else \"document\" end as j offset 0) t1_), \"born\" = $4 where \"id\" = $5");
    }

    @Test
    void whatIsSetTwiceIsRefused() {
        assertThatThrownBy(() -> update(AUTHOR.born.to(1), AUTHOR.born.to(2)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Author.born is set twice in one update. Leave one of them out.");
        for (List<Assignment<Author>> both : List.of(
                List.of(DOCUMENT.path("a").remove(), DOCUMENT.toJsonNull()),
                List.of(DOCUMENT.toJsonNull(), DOCUMENT.merge(Map.of())))) {
            assertThatThrownBy(() -> new Update<>(AUTHOR.model(), AUTHOR.id.eq(1L), both, List.of()))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage("Author.document is set as a whole and in parts in one update. Leave one of them out.");
        }
    }

    @Test
    void choosesRowsOnceAndLocksThem() {
        Choice<Book> first = Choice.<Book>all().taking(2).skippingLocked();
        Update<Book> update = Update.of(BOOK.model(), BOOK.pages.isNull())
                .setting(BOOK.pages.to(1))
                .choosing(first);
        String chosen = "with t1_ as materialized (select \"id\" from \"books\" t2_ where \"pages\" is null limit $1";
        assertThat(CHANGE.update(update).text())
                .isEqualTo(chosen + " for no key update skip locked) update \"books\" as t0_ set \"pages\" = $2"
                        + " from t1_ where t0_.\"id\" = t1_.\"id\"");
        assertThat(CHANGE.delete(new Delete<>(BOOK.model(), BOOK.pages.isNull(), first))
                        .text())
                .isEqualTo(chosen + " for update skip locked) delete from \"books\" as t0_ using t1_"
                        + " where t0_.\"id\" = t1_.\"id\"");
    }

    @Test
    void answersChosenRowsWithTheirPlaceInTheOrder() {
        Delete<Shelf> delete = new Delete<>(
                SHELF.model(),
                Condition.always(),
                Choice.<Shelf>all().thenBy(SHELF.id.number.desc()).taking(1));
        assertThat(CHANGE.deleteReturning(delete, SelectList.expressions(List.of(SHELF.id.number)))
                        .text())
                .isEqualTo("with t2_ as materialized (select t3_.*, row_number() over () as t1_ from"
                        + " (select \"room\", \"number\" from \"store\".\"shelves\" t4_ order by t4_.\"number\" desc limit $1 for update) t3_)"
                        + " delete from \"store\".\"shelves\" as t0_ using t2_ where t0_.\"room\" = t2_.\"room\""
                        + " and t0_.\"number\" = t2_.\"number\" returning t0_.\"number\", t2_.t1_");
    }

    @Test
    void answersRowsBeforeAndAfter() {
        Update<Tag> update = Update.of(TAG.model(), TAG.name.eq("a")).setting(TAG.name.to("b"));
        assertThat(CHANGE.changes(update).text())
                .isEqualTo("with t1_ as materialized (select \"name\" from \"tags\" t2_ where \"name\" = $1"
                        + " for no key update) update \"tags\" as t0_ set \"name\" = $2 from t1_"
                        + " where t0_.\"name\" = t1_.\"name\" returning t1_.\"name\", t0_.\"name\"");
    }

    @Test
    void answersWhatIsComputedOfTheChangedRows() {
        Update<Book> update = Update.of(BOOK.model(), BOOK.id.eq(1L)).setting(BOOK.pages.to(1));
        assertThat(CHANGE.updateReturning(
                                update,
                                SelectList.expressions(List.of(BOOK.pages.plus(1), BOOK.author.get(AUTHOR.name))))
                        .text())
                .isEqualTo("update \"books\" as t0_ set \"pages\" = $1 where \"id\" = $2 returning (\"pages\" + $3),"
                        + " (select t1_.\"name\" from \"authors\" t1_ where t1_.\"id\" = t0_.\"author_id\")");
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

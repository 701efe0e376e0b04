package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Shelf_.SHELF;
import static org.reactiveorm.library.Tag_.TAG;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.Tag;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;
import org.reactiveorm.scope.Scopes;

/** One query, one statement. */
class SelectSqlTest {

    private static final SelectRenderer SELECT = new SelectRenderer(Scopes.none());
    private static final IncludeRenderer INCLUDE = new IncludeRenderer(Scopes.none());
    private static final Query<Tag> TAGS = Query.of(TAG.model());
    private static final String BOOK_COLUMNS = "\"id\", \"title\", \"pages\", \"author_id\", \"sequel_of_id\"";

    @Test
    void readsTheColumnsInTheOrderOfTheProperties() {
        assertThat(select(Query.of(BOOK.model())).text())
                .isEqualTo("select " + BOOK_COLUMNS + " from \"books\" t0_ offset $1");
    }

    @Test
    void alwaysBindsSomethingBecauseTheDriverAnswersTextOtherwise() {
        assertThat(select(TAGS).parameters()).extracting(Sql.Parameter::value).containsExactly(0L);
        assertThat(select(TAGS.and(TAG.name.eq("x"))).text()).endsWith(" where \"name\" = $1");
    }

    @Test
    void namesTheSchemaOfATable() {
        assertThat(select(Query.of(SHELF.model())).text())
                .isEqualTo("select \"room\", \"number\", \"label\" from \"store\".\"shelves\" t0_ offset $1");
    }

    @Test
    void ordersByTheTermsInTheOrderGiven() {
        Query<Book> query = Query.of(BOOK.model())
                .thenBy(BOOK.pages.desc().nullsLast(), BOOK.title.asc())
                .thenBy(BOOK.id.asc().nullsFirst());
        assertThat(select(query).text())
                .endsWith(
                        "t0_ order by t0_.\"pages\" desc nulls last, t0_.\"title\", t0_.\"id\" nulls first offset $1");
    }

    @Test
    void ordersByTheNumberOfRelatedRows() {
        Order<Author> byBooks = AUTHOR.books.count().desc();
        assertThat(select(Query.of(AUTHOR.model()).thenBy(byBooks)).text())
                .endsWith(
                        " order by (select count(*) from \"books\" t1_ where t1_.\"author_id\" = t0_.\"id\") desc offset $1");
    }

    @Test
    void bindsTheWindowSoThatTheTextStaysTheSame() {
        Sql first = select(TAGS.within(Window.all().withSkip(20).withTake(10)));
        Sql second = select(TAGS.within(Window.all().withSkip(40).withTake(5)));
        assertThat(first.text()).isEqualTo("select \"name\" from \"tags\" t0_ limit $1 offset $2");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.parameters()).extracting(Sql.Parameter::value).containsExactly(5L, 40L);
    }

    @Test
    void countsWhatTheQueryWouldAnswer() {
        assertThat(count(TAGS).text()).isEqualTo("select count(*) from \"tags\" t0_");
        assertThat(count(TAGS.within(Window.all().withTake(3))).text())
                .isEqualTo("select count(*) from (select 1 from \"tags\" t0_ limit $1) as limited");
    }

    @Test
    void asksForExistenceWithoutReadingARow() {
        assertThat(SELECT.exists(
                                TAGS.and(TAG.name.eq("x")),
                                SelectList.properties(TAG.model().properties()))
                        .text())
                .isEqualTo("select exists (select 1 from \"tags\" t0_ where \"name\" = $1)");
    }

    @Test
    void readsAShapesColumnsOnly() {
        assertThat(SELECT.select(
                                Query.of(BOOK.model()),
                                SelectList.properties(List.of(BOOK.title.property(), BOOK.id.property())))
                        .text())
                .isEqualTo("select \"title\", \"id\" from \"books\" t0_ offset $1");
    }

    @Test
    void includesChildrenByTheKeysOfAllParents() {
        Sql sql = related(AUTHOR.books.orderBy(BOOK.title.asc()), List.of(List.of(1L, 2L)));
        assertThat(sql.text())
                .isEqualTo("select " + BOOK_COLUMNS
                        + " from \"books\" t0_ where \"author_id\" = any($1::int8[]) order by t0_.\"title\"");
        assertThat(sql.parameters()).extracting(Sql.Parameter::value).containsExactly((Object) new Long[] {1L, 2L});
    }

    @Test
    void limitsChildrenPerParentInALateralSubquery() {
        Sql sql = related(
                AUTHOR.books
                        .where(BOOK.pages.gt(9))
                        .orderBy(BOOK.id.desc())
                        .skip(1)
                        .take(2),
                List.of(List.of(1L, 2L)));
        assertThat(sql.text())
                .isEqualTo(
                        "select t0_.\"id\", t0_.\"title\", t0_.\"pages\", t0_.\"author_id\", t0_.\"sequel_of_id\""
                                + " from unnest($1::int8[]) as t1_(\"k0\") cross join lateral (select t0_.* from \"books\" t0_"
                                + " where t0_.\"author_id\" = t1_.k0 and t0_.\"pages\" > $2 order by t0_.\"id\" desc limit $3 offset $4) t0_");
    }

    @Test
    void includesThroughAJoinTableAnswerTheParentsKey() {
        Sql sql = related(Include.of(BOOK.tags.relation()), List.of(List.of(1L)));
        assertThat(sql.text())
                .isEqualTo("select t0_.\"name\", t1_.\"book_id\" from \"tags\" t0_ join \"book_tags\" t1_"
                        + " on t1_.\"tag_name\" = t0_.\"name\" where t1_.\"book_id\" = any($1::int8[])");
    }

    @Test
    void limitedIncludesThroughAJoinTableAnswerTheParentsKeyToo() {
        Sql sql = related(BOOK.tags.take(3), List.of(List.of(1L)));
        assertThat(sql.text())
                .isEqualTo("select t0_.\"name\", t1_.k0 from unnest($1::int8[]) as t1_(\"k0\") cross join lateral"
                        + " (select t0_.* from \"tags\" t0_ join \"book_tags\" t2_ on t2_.\"tag_name\" = t0_.\"name\""
                        + " where t2_.\"book_id\" = t1_.k0 limit $2) t0_");
    }

    @Test
    void compositeKeysTravelAsOneArrayForEachColumn() {
        Sql sql = related(Include.of(SHELF.places.relation()), List.of(List.of("A", "B"), List.of(1, 2)));
        assertThat(sql.text())
                .contains(" from \"store\".\"places\" t0_ where (\"shelf_room\", \"shelf_number\") in"
                        + " (select t1_.k0, t1_.k1 from unnest($1::text[], $2::int4[]) as t1_(\"k0\", \"k1\"))");
        assertThat(related(SHELF.places.take(1), List.of(List.of("A"), List.of(1)))
                        .text())
                .contains("where t0_.\"shelf_room\" = t1_.k0 and t0_.\"shelf_number\" = t1_.k1 limit $3");
    }

    private static <E> Sql select(Query<E> query) {
        return SELECT.select(query, SelectList.properties(query.entity().properties()));
    }

    private static <E> Sql count(Query<E> query) {
        return SELECT.count(query, SelectList.properties(query.entity().properties()));
    }

    @Test
    void followsTheKeysLevelByLevel() {
        Sql sql = related(BOOK.sequels.where(BOOK.pages.gt(100)).recursive(3), List.of(List.of(1L)));
        assertThat(sql.text())
                .isEqualTo(
                        "with recursive t1_(k0, d) as (select t2_.k0, 1 from unnest($1::int8[]) as t2_(\"k0\")"
                                + " union select t3_.\"id\", t1_.d + 1 from t1_ join \"books\" t3_ on t3_.\"sequel_of_id\" = t1_.k0"
                                + " where t1_.d < $2 and t3_.\"pages\" > $3) select " + BOOK_COLUMNS
                                + " from \"books\" t0_ where (\"sequel_of_id\") in (select t1_.k0 from t1_) and \"pages\" > $4");
        assertThat(sql.parameters()).element(1).extracting(Sql.Parameter::value).isEqualTo(3L);
    }

    @Test
    void followsKeysToTheirEndWhereSoManyLevelsAreAskedFor() {
        assertThat(related(BOOK.sequels.recursive(1_001), List.of(List.of(1L))).text())
                .isEqualTo("with recursive t1_(k0) as (select t2_.k0 from unnest($1::int8[]) as t2_(\"k0\")"
                        + " union select t3_.\"id\" from t1_ join \"books\" t3_ on t3_.\"sequel_of_id\" = t1_.k0"
                        + " where true) select " + BOOK_COLUMNS
                        + " from \"books\" t0_ where (\"sequel_of_id\") in (select t1_.k0 from t1_)")
                .isEqualTo(related(BOOK.sequels.recursive(Integer.MAX_VALUE), List.of(List.of(1L)))
                        .text());
        assertThat(related(BOOK.sequels.recursive(1_000), List.of(List.of(1L))).text())
                .contains("d + 1");
    }

    private static <E, C> Sql related(Include<E, C> include, List<List<Object>> keys) {
        return INCLUDE.related(
                include, SelectList.properties(include.relation().target().properties()), keys);
    }
}

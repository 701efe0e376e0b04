package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Tag_.TAG;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Grouping;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.Window;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.scope.Scoping;
import reactor.util.context.Context;

/** Wherever a table with a scope is written, its scope is. */
class ScopeSqlTest {

    private static final Scopes SCOPES = Scoping.declared()
            .with(BOOK.model(), "long", context -> BOOK.pages.gte(100))
            .with(TAG.model(), "public", context -> TAG.name.ne("secret").or(TAG.name.isNull()))
            .at(Context.empty());
    private static final SelectRenderer SELECT = new SelectRenderer(SCOPES);
    private static final ChangeRenderer CHANGE = new ChangeRenderer(SCOPES);
    private static final String BOOKS_OF = "from \"books\" t1_ where t1_.\"author_id\" = t0_.\"id\"";

    private static String authors(Condition<Author> condition) {
        return SELECT.select(Query.of(AUTHOR.model()).and(condition), list(AUTHOR.id))
                .text();
    }

    private static String books(Query<Book> query) {
        return SELECT.select(query, list(BOOK.id)).text();
    }

    private static <E> SelectList<E> list(Expression<E, ?> value) {
        return SelectList.expressions(List.of(value));
    }

    private static String included(Include<Author, Book> include) {
        return new IncludeRenderer(SCOPES)
                .related(include, list(BOOK.id), List.of(List.of(1L)))
                .text();
    }

    @Test
    void rowsAreFoundCountedAndAskedForWithinIt() {
        Query<Book> all = Query.of(BOOK.model());
        assertThat(books(all)).isEqualTo("select \"id\" from \"books\" t0_ where \"pages\" >= $1");
        assertThat(books(all.and(BOOK.title.eq("x").or(BOOK.title.eq("y")))))
                .endsWith(" where (\"title\" = $1 or \"title\" = $2) and \"pages\" >= $3");
        assertThat(SELECT.count(all, list(BOOK.id)).text())
                .isEqualTo("select count(*) from \"books\" t0_ where \"pages\" >= $1");
        assertThat(SELECT.exists(all, list(BOOK.id)).text())
                .isEqualTo("select exists (select 1 from \"books\" t0_ where \"pages\" >= $1)");
        assertThat(SELECT.page(all.within(Window.all().withTake(2)), list(BOOK.id))
                        .text())
                .isEqualTo(
                        "select t1_.*, t0_.n from (select count(*) from \"books\" t2_ where \"pages\" >= $1) t0_(n) left join (select \"id\", true from \"books\" t3_ where \"pages\" >= $2 limit $3) t1_ on true");
        assertThat(SELECT.slice(all.ordered(List.of(BOOK.id.asc())), list(BOOK.id))
                        .text())
                .contains(" where \"pages\" >= $1");
    }

    @Test
    void aScopeThatIsAnAlternativeStaysOne() {
        assertThat(SELECT.select(Query.of(TAG.model()).and(TAG.name.gt("a")), list(TAG.name))
                        .text())
                .endsWith(" where \"name\" > $1 and (\"name\" <> $2 or \"name\" is null)");
    }

    @Test
    void conditionsOnRelationsSpeakOfRowsWithinIt() {
        assertThat(authors(AUTHOR.books.some(BOOK.title.eq("x"))))
                .endsWith("exists (select 1 " + BOOKS_OF + " and t1_.\"title\" = $1 and t1_.\"pages\" >= $2)");
        assertThat(authors(AUTHOR.books.every(BOOK.title.eq("x"))))
                .endsWith(
                        "not exists (select 1 " + BOOKS_OF + " and not (t1_.\"title\" = $1) and t1_.\"pages\" >= $2)");
        assertThat(authors(AUTHOR.books.none()))
                .contains("not exists (select 1 " + BOOKS_OF + " and t1_.\"pages\" >= $1)");
        assertThat(authors(AUTHOR.books.count().gt(1L)))
                .contains("(select count(*) " + BOOKS_OF + " and t1_.\"pages\" >= $1)");
        assertThat(authors(AUTHOR.books.some(BOOK.tags.some())))
                .endsWith("exists (select 1 " + BOOKS_OF
                        + " and exists (select 1 from \"tags\" t2_ join \"book_tags\" t3_ on t3_.\"tag_name\" = t2_.\"name\" where t3_.\"book_id\" = t1_.\"id\""
                        + " and (t2_.\"name\" <> $1 or t2_.\"name\" is null)) and t1_.\"pages\" >= $2)");
    }

    @Test
    void pathsAndOrdersSpeakOfRowsWithinIt() {
        Query<Book> query =
                Query.of(BOOK.model()).thenBy(BOOK.sequelOf.get(BOOK.title).asc());
        assertThat(books(query))
                .endsWith(
                        " where \"pages\" >= $1 order by (select t1_.\"title\" from \"books\" t1_ where t1_.\"id\" = t0_.\"sequel_of_id\" and t1_.\"pages\" >= $2)");
    }

    @Test
    void groupsAreOfRowsWithinIt() {
        assertThat(new GroupRenderer(SCOPES)
                        .count(Grouping.by(Query.of(BOOK.model()), BOOK.authorId))
                        .text())
                .contains("from \"books\" t0_ where t0_.\"pages\" >= $1 group by");
    }

    @Test
    void includesLoadRowsWithinIt() {
        assertThat(included(Include.of(AUTHOR.books.relation())))
                .isEqualTo(
                        "select \"id\" from \"books\" t0_ where \"author_id\" = any($1::int8[]) and \"pages\" >= $2");
        assertThat(included(AUTHOR.books.where(BOOK.title.eq("x")).take(2)))
                .contains(" and t0_.\"title\" = $2 and t0_.\"pages\" >= $3 limit $4");
        IncludeRenderer include = new IncludeRenderer(SCOPES);
        assertThat(include.related(BOOK.sequels.recursive(3), list(BOOK.id), List.of(List.of(1L)))
                        .text())
                .containsSubsequence("t1_.d < $", " and t3_.\"pages\" >= $", "from \"books\" t0_", "\"pages\" >= $");
        assertThat(include.related(BOOK.tags.take(1), list(TAG.name), List.of(List.of(1L)))
                        .text())
                .contains(" and (t0_.\"name\" <> $2 or t0_.\"name\" is null) limit");
    }

    @Test
    void relatedRowsInTheSameStatementAreWithinIt() {
        SelectList<Author> list = new SelectList.WithRelated<>(
                list(AUTHOR.id),
                List.of(new SelectList.RelatedList<>(Include.of(AUTHOR.books.relation()), list(BOOK.id))));
        assertThat(SELECT.select(Query.of(AUTHOR.model()), list).text()).contains("t2_.\"pages\" >= $1) t1_)::text");
    }

    @Test
    void changesAreOfRowsWithinIt() {
        assertThat(CHANGE.update(Update.of(BOOK.model(), BOOK.id.eq(1L)).setting(BOOK.title.to("x")))
                        .text())
                .isEqualTo("update \"books\" as t0_ set \"title\" = $1 where \"id\" = $2 and \"pages\" >= $3");
        assertThat(CHANGE.delete(new Delete<>(BOOK.model(), Condition.always())).text())
                .isEqualTo("delete from \"books\" as t0_ where \"pages\" >= $1");
    }

    @Test
    void otherEntitiesAreWrittenAsEver() {
        assertThat(authors(AUTHOR.name.eq("x"))).isEqualTo("select \"id\" from \"authors\" t0_ where \"name\" = $1");
    }

    @Test
    void aScopeOfRelatedRowsSeesWhatTheirScopesLetItSee() {
        Scopes both = Scoping.declared()
                .with(BOOK.model(), "tagged", context -> BOOK.tags.some())
                .with(TAG.model(), "public", context -> TAG.name.ne("secret"))
                .at(Context.empty());
        assertThat(new SelectRenderer(both)
                        .select(Query.of(BOOK.model()), list(BOOK.id))
                        .text())
                .endsWith(
                        "where exists (select 1 from \"tags\" t1_ join \"book_tags\" t2_ on t2_.\"tag_name\" = t1_.\"name\""
                                + " where t2_.\"book_id\" = t0_.\"id\" and t1_.\"name\" <> $1)");
    }

    @Test
    void aScopeThatLeadsBackToItsEntityIsRefused() {
        Scopes circle = Scoping.declared()
                .with(BOOK.model(), "tagged", context -> BOOK.tags.some())
                .with(TAG.model(), "used", context -> TAG.books.some())
                .at(Context.empty());
        assertThatThrownBy(() -> new SelectRenderer(circle).select(Query.of(BOOK.model()), list(BOOK.id)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("The scope of Book has a condition on relations that lead back to Book");
    }

    @Test
    void aStatementThatForgetsItIsNotFinished() {
        SqlWriter writer = new SqlWriter(SCOPES).append("select 1 from ").rowsOf(BOOK.model());
        assertThatThrownBy(() -> writer.toSql(BOOK.model()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A table is read without its scope: select 1 from \"books\"");
    }

    @Test
    void namesAreCheckedWhenAScopeIsMadeOrLifted() {
        Scoping scoping = Scoping.declared().with(BOOK.model(), "long", context -> Condition.always());
        assertThatThrownBy(() -> scoping.with(BOOK.model(), "long", context -> Condition.always()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("'long' can not be the name of a scope of Book. Give one that is not taken.");
        for (String taken : List.of("", "tenant", "softDelete")) {
            assertThatThrownBy(() -> scoping.with(AUTHOR.model(), taken, context -> Condition.always()))
                    .isInstanceOf(InvalidQueryException.class);
        }
        assertThatThrownBy(() -> scoping.without(BOOK.model(), List.of("short")))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("There is no scope 'short' of Book. It has: long.");
        assertThatThrownBy(() -> scoping.without(AUTHOR.model(), List.of("long")))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("There is no scope 'long' of Author. It has: none.");
        assertThatThrownBy(() -> scoping.without(BOOK.model(), List.of()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("No scope of Book is named. Name those to lift: long.");
    }

    @Test
    void aConditionIsMadeOnceForEachSubscription() {
        int[] made = {0};
        Scopes counting = Scoping.declared()
                .with(BOOK.model(), "counted", context -> {
                    made[0]++;
                    return BOOK.pages.gte(1);
                })
                .at(Context.empty());
        SelectRenderer select = new SelectRenderer(counting);
        select.select(Query.of(BOOK.model()).and(BOOK.sequels.some()), list(BOOK.id));
        select.count(Query.of(BOOK.model()), list(BOOK.id));
        assertThat(made[0]).isOne();
    }
}

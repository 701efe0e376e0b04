package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Tag_.TAG;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.Tag;
import org.reactiveorm.model.Key;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.Update;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.UpsertRenderer.Answer;

/** Inserts that find a row there already. */
class UpsertSqlTest {

    private static final UpsertRenderer UPSERT = new UpsertRenderer(Scopes.none());
    private static final CopyRenderer COPY = new CopyRenderer();
    private static final Key<Book> TITLE = new Key<>("books_title_key", List.of(BOOK.title.property()));
    private static final Key<Book> LONG_TITLE =
            new Key<>("books_long_title_key", List.of(BOOK.title.property()), "pages > 100");
    private static final String RETURNED = " returning \"id\", \"title\", \"pages\", \"author_id\", \"sequel_of_id\"";

    private final InsertBatch<Book> one =
            batch(BOOK.draft().set(BOOK.title, "T").set(BOOK.authorId, 1L));
    private final InsertBatch<Book> two = batch(
            BOOK.draft().set(BOOK.title, "a").set(BOOK.authorId, 1L),
            BOOK.draft().set(BOOK.title, "b").set(BOOK.authorId, 2L));

    @Test
    void changesTheRowThatIsThere() {
        Conflict<Book> conflict = new Conflict.Change<>(
                TITLE,
                List.of(BOOK.pages.increment(1), BOOK.authorId.toExcluded()),
                BOOK.pages.lt(BOOK.pages.excluded()));
        Sql sql = UPSERT.upsert(one, conflict, Answer.OUTCOMES);
        assertThat(sql.text())
                .isEqualTo("insert into \"books\" as t0_ (\"title\", \"author_id\") values ($1, $2)"
                        + " on conflict (\"title\") do update set \"pages\" = (t0_.\"pages\" + $3),"
                        + " \"author_id\" = excluded.\"author_id\" where t0_.\"pages\" < excluded.\"pages\""
                        + RETURNED
                        + ", xmax = 0");
        assertThat(sql.parameters()).extracting(Sql.Parameter::value).containsExactly("T", 1L, 1);
        assertThat(UPSERT.upsert(one, conflict, Answer.ROWS).text()).endsWith(RETURNED);
        assertThat(UPSERT.upsert(one, conflict, Answer.COUNT).text()).endsWith(" < excluded.\"pages\"");
    }

    @Test
    void manyRowsAreOneArrayForEachColumn() {
        Conflict<Book> conflict = new Conflict.Change<>(TITLE, List.of(BOOK.pages.to(1)), Condition.always());
        assertThat(UPSERT.upsert(two, conflict, Answer.ROWS).text())
                .isEqualTo("insert into \"books\" as t0_ (\"title\", \"author_id\") select i.c0, i.c1"
                        + " from unnest($1::text[], $2::int8[]) with ordinality as i(c0, c1, n) order by i.n"
                        + " on conflict (\"title\") do update set \"pages\" = $3"
                        + RETURNED);
    }

    @Test
    void leavesOutWhatConflictsWithAnyOrOneKey() {
        assertThat(UPSERT.upsert(one, new Conflict.Skip<>(null), Answer.COUNT).text())
                .isEqualTo(
                        "insert into \"books\" as t0_ (\"title\", \"author_id\") values ($1, $2) on conflict do nothing");
        assertThat(UPSERT.upsert(one, new Conflict.Skip<>(LONG_TITLE), Answer.ROWS)
                        .text())
                .endsWith(" on conflict (\"title\") where (pages > 100) do nothing" + RETURNED);
    }

    @Test
    void keepsWhatIsThere() {
        String made = "t1_.\"id\", t1_.\"title\", t1_.\"pages\", t1_.\"author_id\", t1_.\"sequel_of_id\"";
        assertThat(UPSERT.upsert(two, new Conflict.Keep<>(LONG_TITLE), Answer.ROWS)
                        .text())
                .isEqualTo(
                        "with input as materialized (select i.* from unnest($1::text[], $2::int8[]) with ordinality as i(c0, c1, n)),"
                                + " made as (insert into \"books\" (\"title\", \"author_id\") select i.c0, i.c1 from input as i order by i.n"
                                + " on conflict (\"title\") where (pages > 100) do nothing returning *)"
                                + " select " + made
                                + ", i.n, true from made as t1_ join input as i on t1_.\"title\" = i.c0::text"
                                + " union all select " + made.replace("t1_", "t0_")
                                + ", i.n, false from (select * from \"books\" where (pages > 100)) as t0_"
                                + " join input as i on t0_.\"title\" = i.c0::text"
                                + " where not exists (select 1 from made as t1_ where t1_.\"title\" = t0_.\"title\")");
    }

    @Test
    void anUpdateKnowsNoExcludedValue() {
        Update<Author> update =
                new Update<>(AUTHOR.model(), AUTHOR.id.eq(1L), List.of(AUTHOR.name.toExcluded()), List.of());
        assertThatThrownBy(() -> new ChangeRenderer(Scopes.none()).update(update))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("Author.name.excluded() is the value that an upsert would have inserted");
    }

    @Test
    void theKeyIsNotSetToAnotherValue() {
        Assignment<Author> own = AUTHOR.email.toExcluded();
        Key<Author> key = AUTHOR.model().uniqueKeys().get(0);
        assertThat(Conflict.changing(AUTHOR.model(), key, List.of(own))).isInstanceOf(Conflict.Change.class);
        assertThat(Conflict.changing(AUTHOR.model(), key, List.of())).isInstanceOf(Conflict.Keep.class);
        assertThatThrownBy(() -> Conflict.changing(AUTHOR.model(), key, List.of(AUTHOR.email.to("x"))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("Author.email is of the key that the upsert finds rows by");
    }

    @Test
    void copiesRowsAsText() {
        Copy copy = COPY.copy(
                batch(
                        BOOK.draft().set(BOOK.title, "a\tb\\c\nd\re").set(BOOK.pages, null),
                        BOOK.draft().set(BOOK.title, "\\N").set(BOOK.pages, 3)),
                InputRows.inOrder(2));
        assertThat(copy.sql().text()).isEqualTo("copy \"books\" (\"title\", \"pages\") from stdin");
        assertThat(StandardCharsets.UTF_8.decode(copy.data()).toString())
                .isEqualTo("a\\tb\\\\c\\nd\\re\t\\N\n\\\\N\t3\n");
        assertThat(copy.input().count()).isEqualTo(2);
    }

    @Test
    void countsWithoutReturning() {
        assertThat(new InsertRenderer().counted(two).text())
                .isEqualTo("insert into \"books\" (\"title\", \"author_id\") select i.c0, i.c1"
                        + " from unnest($1::text[], $2::int8[]) with ordinality as i(c0, c1, n) order by i.n");
        InsertBatch<Tag> defaults = batch(TAG.draft());
        assertThat(new InsertRenderer().counted(defaults).text()).isEqualTo("insert into \"tags\" default values");
    }

    @SafeVarargs
    private static <E> InsertBatch<E> batch(Draft<E>... drafts) {
        return InsertBatch.of(
                drafts[0].entity(), Stream.of(drafts).map(Draft::values).toList());
    }
}

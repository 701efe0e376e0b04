package org.reactiveorm.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.NewAuthor;
import org.reactiveorm.library.NewBook;
import org.reactiveorm.library.NewContract;
import org.reactiveorm.library.NewTag;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.InsertGraphRenderer;
import org.reactiveorm.sql.Sql;

/** One tree of new entities, one statement. */
class InsertGraphTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final String AUTHOR = "\"id\", \"email\", \"name\", \"born\", \"active\", \"royalties\", \"awards\","
            + " \"created_at\", \"updated_at\", \"version\"";
    private static final String BOOK = "\"id\", \"title\", \"pages\", \"author_id\", \"sequel_of_id\"";
    private static final String INTO_AUTHORS =
            "with q0 as (insert into \"authors\" (\"email\", \"name\", \"created_at\", \"updated_at\", \"version\")";
    private static final String ONE_AUTHOR = INTO_AUTHORS + " values ($1, $2, $3, $4, $5) returning " + AUTHOR + ")";
    private static final String AUTHORS = INTO_AUTHORS + " select i.c0, i.c1, i.c2, i.c3, i.c4"
            + " from unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::int4[])"
            + " with ordinality as i(c0, c1, c2, c3, c4, n) order by i.n returning " + AUTHOR + ")";
    private static final String ANSWERED_AUTHORS = " select " + AUTHOR + " from q0";
    private static final String BOOKS_OF = " select " + BOOK + " from ";

    @Test
    void childrenTakeTheKeyOfTheirOnlyParent() {
        Sql sql = render(NewAuthor.email("a").name("A").books(NewBook.title("x"), NewBook.title("y")));
        assertThat(sql.text())
                .isEqualTo(ONE_AUTHOR
                        + ", q1 as (insert into \"books\" (\"title\", \"author_id\")"
                        + " select i.c0, (select \"id\" from q0) from unnest($6::text[]) with ordinality as i(c0, n) order by i.n)"
                        + ANSWERED_AUTHORS);
    }

    @Test
    void childrenTakeTheKeysOfTheirParentsByPosition() {
        Sql sql = render(
                NewAuthor.email("a").name("A").books(NewBook.title("x")),
                NewAuthor.email("b").name("B").books(NewBook.title("y"), NewBook.title("z")));
        assertThat(sql.text())
                .isEqualTo(AUTHORS
                        + ", q1 as (insert into \"books\" (\"title\", \"author_id\") select i.c0, (select array_agg(k) from (select \"id\" as k from q0) as s having count(*) = $6)[i.p0]"
                        + " from unnest($7::text[], $8::int4[]) with ordinality as i(c0, p0, n) order by i.n)"
                        + ANSWERED_AUTHORS);
        assertThat(sql.parameters().get(7).value()).isEqualTo(new Integer[] {1, 2, 2});
    }

    @Test
    void anOnlyChildOfSeveralTakesOneKey() {
        Sql sql = render(
                NewAuthor.email("a").name("A"), NewAuthor.email("b").name("B").books(NewBook.title("y")));
        assertThat(sql.text())
                .isEqualTo(AUTHORS
                        + ", q1 as (insert into \"books\" (\"title\", \"author_id\") values ($6, (select array_agg(k) from (select \"id\" as k from q0) as s having count(*) = $7)[$8]))"
                        + ANSWERED_AUTHORS);
        assertThat(sql.parameters().get(7).value()).isEqualTo(2L);
    }

    @Test
    void toOneParentsComeBeforeTheRowsThatAreAnswered() {
        assertThat(render(NewBook.title("x").author(NewAuthor.email("a").name("A")))
                        .text())
                .isEqualTo(
                        "with q0 as (insert into \"authors\" (\"email\", \"name\", \"created_at\", \"updated_at\", \"version\")"
                                + " values ($1, $2, $3, $4, $5) returning \"id\"),"
                                + " q1 as (insert into \"books\" (\"title\", \"author_id\") values ($6, (select \"id\" from q0)) returning "
                                + BOOK + ")"
                                + BOOKS_OF + "q1");
    }

    @Test
    void linksTakeWhatIsNotKnown() {
        Sql sql = render(NewBook.title("x").authorId(7).tags(NewTag.name("s"), NewTag.name("t")));
        assertThat(sql.text())
                .isEqualTo("with q0 as (insert into \"books\" (\"title\", \"author_id\") values ($1, $2) returning "
                        + BOOK + "),"
                        + " q1 as (insert into \"tags\" (\"name\") select i.c0 from unnest($3::text[]) with ordinality as i(c0, n) order by i.n),"
                        + " q2 as (insert into \"book_tags\" (\"tag_name\", \"book_id\") select i.c0, (select \"id\" from q0)"
                        + " from unnest($4::text[]) with ordinality as i(c0, n) order by i.n on conflict do nothing)"
                        + BOOKS_OF + "q0");
    }

    @Test
    void everyTableOfATreeIsOneQuery() {
        Sql sql = render(NewAuthor.email("a")
                .name("A")
                .contract(NewContract.terms("t"))
                .books(
                        NewBook.title("x").sequels(NewBook.title("x2").authorId(7)),
                        NewBook.title("y").sequels(NewBook.title("y2").authorId(8))));
        assertThat(sql.text())
                .isEqualTo(ONE_AUTHOR
                        + ", q1 as (insert into \"contracts\" (\"terms\", \"author_id\") values ($6, (select \"id\" from q0)))"
                        + ", q2 as (insert into \"books\" (\"title\", \"author_id\") select i.c0, (select \"id\" from q0)"
                        + " from unnest($7::text[]) with ordinality as i(c0, n) order by i.n returning \"id\")"
                        + ", q3 as (insert into \"books\" (\"title\", \"author_id\", \"sequel_of_id\")"
                        + " select i.c0, i.c1, (select array_agg(k) from (select \"id\" as k from q2) as s having count(*) = $8)[i.p0]"
                        + " from unnest($9::text[], $10::int8[], $11::int4[]) with ordinality as i(c0, c1, p0, n) order by i.n)"
                        + ANSWERED_AUTHORS);
        assertThat(sql.entities()).extracting(Object::toString).containsExactly("Author", "Contract", "Book");
    }

    @Test
    void rowsWithDifferentColumnsAreQueriesWhoseAnswersFollowEachOther() {
        Sql sql = render(
                NewBook.title("x").authorId(1),
                NewBook.title("y")
                        .authorId(1)
                        .pages(3)
                        .sequels(NewBook.title("y2").authorId(1)),
                NewBook.title("z").authorId(1).sequels(NewBook.title("z2").authorId(1)));
        assertThat(sql.text())
                .isEqualTo("with q0 as (insert into \"books\" (\"title\", \"author_id\") select i.c0, i.c1"
                        + " from unnest($1::text[], $2::int8[]) with ordinality as i(c0, c1, n) order by i.n returning "
                        + BOOK + "), q1 as (insert into \"books\" (\"title\", \"pages\", \"author_id\")"
                        + " select i.c0, i.c1, i.c2 from unnest($3::text[], $4::int4[], $5::int8[])"
                        + " with ordinality as i(c0, c1, c2, n) order by i.n returning " + BOOK + ")"
                        + ", q2 as (insert into \"books\" (\"title\", \"author_id\", \"sequel_of_id\")"
                        + " select i.c0, i.c1, (select array_agg(k) from (select \"id\" as k from q0"
                        + " union all select \"id\" as k from q1) as s having count(*) = $6)[i.p0]"
                        + " from unnest($7::text[], $8::int8[], $9::int4[]) with ordinality as i(c0, c1, p0, n)"
                        + " order by i.n)" + BOOKS_OF + "q0 union all" + BOOKS_OF + "q1");
        assertThat(sql.parameters().get(5).value()).isEqualTo(3L);
        assertThat(sql.parameters().get(8).value()).isEqualTo(new Integer[] {3, 2});
    }

    @Test
    void dozensOfSetsOfColumnsAreTooMuchForOneStatement() {
        List<New<Author>> authors = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            NewAuthor author = NewAuthor.email("a" + i).name("A");
            author = (i & 1) == 0 ? author : author.born(1900);
            author = (i & 2) == 0 ? author : author.active(true);
            author = (i & 4) == 0 ? author : author.awards(List.of());
            author = (i & 8) == 0 ? author : author.royalties(BigDecimal.ONE);
            author = (i & 16) == 0 ? author : author.id(i);
            authors.add(author);
        }
        assertThat(graph(authors))
                .hasValueSatisfying(
                        insertion -> assertThat(insertion.graph().nodes()).hasSize(32));

        authors.add(NewAuthor.email("b").name("B").books(NewBook.title("b")));
        assertThat(graph(authors)).isEmpty();
    }

    @SafeVarargs
    private static <E> Sql render(New<E>... entities) {
        return new InsertGraphRenderer()
                .graph(graph(List.of(entities)).orElseThrow().graph());
    }

    private static <E> Optional<GraphInsertion<E>> graph(List<New<E>> entities) {
        List<Draft<E>> drafts = entities.stream().<Draft<E>>map(New::draft).toList();
        GeneratedValues generated = GeneratedValues.at(Clock.fixed(NOW, ZoneOffset.UTC), Scopes.none());
        return InsertGraphBuilder.build(WritePlanner.insert(drafts.get(0).entity(), drafts, generated));
    }
}

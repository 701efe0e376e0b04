package org.reactiveorm.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Contract_.CONTRACT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.NewAuthor;
import org.reactiveorm.library.NewBook;
import org.reactiveorm.library.NewContract;
import org.reactiveorm.library.NewTag;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.InsertStep.LinkRows;
import org.reactiveorm.write.InsertStep.NewRow;
import org.reactiveorm.write.InsertStep.RowLink;
import org.reactiveorm.write.WriteStep.RowId;

/** The plan of a nested insert, without a database. */
class WritePlannerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456789Z");

    @Test
    void oneEntityIsOneStepWithTheGeneratedValues() {
        WritePlan<?> plan = plan(NewAuthor.email("a@b").name("A").born(1900));

        InsertRows<Author> step = rows(plan, 0);
        assertThat(plan.steps()).hasSize(1);
        assertThat(step.entity()).isSameAs(AUTHOR.model());
        assertThat(values(step))
                .containsExactly(
                        "email=a@b",
                        "name=A",
                        "born=1900",
                        "createdAt=2026-11-22T10:00:00.123456Z",
                        "updatedAt=2026-11-22T10:00:00.123456Z",
                        "version=0");
    }

    @Test
    void aGivenKeyThatContradictsTheParentsIsRefusedBeforeAnyStatement() {
        assertThatThrownBy(() -> plan(
                        NewAuthor.email("a").name("A").books(NewBook.title("a1").authorId(7L))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Book.authorId is given");
    }

    @Test
    void childrenOfAllParentsAreOneStepThatRefersBack() {
        WritePlan<?> plan = plan(
                NewAuthor.email("a").name("A").books(NewBook.title("a1"), NewBook.title("a2")),
                NewAuthor.email("b").name("B").books(NewBook.title("b1")));

        assertThat(PlanText.of(plan)).containsExactly("authors:2", "books:3");
        assertThat(references(plan, 1)).containsExactly(new RowId(0, 0), new RowId(0, 0), new RowId(0, 1));
        assertThat(rows(plan, 1).rows().get(0).references().get(0).key()).isEqualTo(List.of(BOOK.authorId.property()));
        assertThat(plan.root()).isZero();
    }

    @Test
    void toOneParentsComeFirst() {
        WritePlan<?> plan = plan(NewBook.title("b").author(NewAuthor.email("a").name("A")));

        assertThat(PlanText.of(plan)).containsExactly("authors:1", "books:1");
        assertThat(references(plan, 1)).containsExactly(new RowId(0, 0));
        assertThat(plan.root()).isEqualTo(1);
    }

    @Test
    void everyKindOfRelationNestsInOnePlan() {
        WritePlan<?> plan = plan(NewAuthor.email("a")
                .name("A")
                .contract(NewContract.terms("t"))
                .books(
                        NewBook.title("one").tags(NewTag.name("x"), NewTag.name("y")),
                        NewBook.title("two").tags(NewTag.name("z"))));

        assertThat(PlanText.of(plan)).containsExactly("authors:1", "contracts:1", "books:2", "tags:3", "link:3");
        LinkRows<?, ?> links = (LinkRows<?, ?>) plan.steps().get(4);
        assertThat(links.links())
                .containsExactly(
                        new RowLink(new RowId(2, 0), new RowId(3, 0)),
                        new RowLink(new RowId(2, 0), new RowId(3, 1)),
                        new RowLink(new RowId(2, 1), new RowId(3, 2)));
    }

    @Test
    void aTreeOfOneKindIsAStepForEachLevel() {
        New<Book> leaf = NewBook.title("leaf").authorId(1);
        Draft<Book> root = NewBook.title("root")
                .authorId(1)
                .draft()
                .create(BOOK.sequels, NewBook.title("mid").authorId(1).draft().create(BOOK.sequels, leaf));

        WritePlan<?> plan = plan(root);

        assertThat(PlanText.of(plan)).containsExactly("books:1", "books:1", "books:1");
        assertThat(references(plan, 2)).containsExactly(new RowId(1, 0));
    }

    @Test
    void missingColumnsAreNamedWhereverTheyAre() {
        Draft<Author> incomplete = NewAuthor.email("a").name("A").draft().create(AUTHOR.books, BOOK.draft());

        assertThatThrownBy(() -> plan(incomplete))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("A new Book needs values for: title.");
        assertThatThrownBy(() -> plan(BOOK.draft().set(BOOK.title.to("x"))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("A new Book needs values for: authorId.");
        assertThatThrownBy(() -> plan(CONTRACT.draft()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("A new Contract needs values for: terms, authorId.");
    }

    @Test
    void aToOneRelationTakesOneEntity() {
        Draft<Author> twice = NewAuthor.email("a")
                .name("A")
                .draft()
                .create(AUTHOR.contract, NewContract.terms("x"), NewContract.terms("y"));

        assertThatThrownBy(() -> plan(twice))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Author.contract is a to-one relation, but 2 entities were given for it.");
    }

    @Test
    void aKeyComesFromOneNewEntityOnly() {
        New<Author> contradiction = NewAuthor.email("a")
                .name("A")
                .books(NewBook.title("x").author(NewAuthor.email("b").name("B")));

        assertThatThrownBy(() -> plan(contradiction))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Book.authorId would come from two entities: one that the Book is nested in and one that is"
                        + " nested in it. Leave one of them out.");
    }

    @Test
    void naturalKeysAreGivenByTheCaller() {
        assertThat(values(rows(plan(NewTag.name("java")), 0))).containsExactly("name=java");
    }

    @SafeVarargs
    private static <E> WritePlan<E> plan(New<E>... entities) {
        List<Draft<E>> drafts = Stream.of(entities).<Draft<E>>map(New::draft).toList();
        GeneratedValues generated = GeneratedValues.at(Clock.fixed(NOW, ZoneOffset.UTC), Scopes.none());
        return WritePlanner.insert(drafts.get(0).entity(), drafts, generated);
    }

    @SuppressWarnings("unchecked") // the test knows what it planned
    private static <E> InsertRows<E> rows(WritePlan<?> plan, int step) {
        return (InsertRows<E>) plan.steps().get(step);
    }

    private static <E> List<String> values(InsertRows<E> step) {
        RowValues<E> row = step.rows().get(0).values();
        return step.entity().properties().stream()
                .filter(row::has)
                .map(property -> property + "=" + row.get(property))
                .toList();
    }

    private static List<RowId> references(WritePlan<?> plan, int step) {
        return rows(plan, step).rows().stream()
                .flatMap((NewRow<Object> row) -> row.references().stream())
                .map(InsertStep.KeyReference::row)
                .toList();
    }
}

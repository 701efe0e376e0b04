package org.reactiveorm.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Tag_.TAG;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.NewAuthor;
import org.reactiveorm.library.NewBook;
import org.reactiveorm.library.NewContract;
import org.reactiveorm.library.NewTag;
import org.reactiveorm.library.Tag;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityValues;
import org.reactiveorm.query.New;
import org.reactiveorm.query.UnitBuilder;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.write.UnitPlan.Deletes.Order;

/** The plan of a unit of work, without a database. */
class UnitPlannerTest {

    private final UnitBuilder unit = new UnitBuilder();

    private UnitPlan plan(New<?>... entities) {
        for (New<?> entity : entities) {
            unit.insert(entity.draft());
        }
        GeneratedValues generated = GeneratedValues.at(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Scopes.none());
        return UnitPlanner.plan(unit.build(), generated);
    }

    private static List<String> text(UnitPlan plan) {
        List<String> text = new ArrayList<>();
        plan.inserts().steps().forEach(step -> text.add(step.<String>accept(PlanText.step())));
        plan.late().forEach(step -> text.add(step.<String>accept(PlanText.step())));
        plan.updates()
                .forEach(update -> text.add("set " + update.rows().entity().table() + ":"
                        + update.rows().rows().size()));
        plan.deletes().releases().forEach(release -> text.add("release " + release.key()));
        plan.deletes()
                .rows()
                .forEach(rows -> text.add(
                        "delete " + rows.entity().table() + ":" + rows.rows().size()));
        return text;
    }

    private static Book book(long id, Long sequelOf) {
        return new Book(
                id, "b" + id, null, 1, One.empty(), sequelOf, One.empty(), Many.of(List.of()), Many.of(List.of()));
    }

    private static Author author(long id, String email) {
        return new Author(
                id,
                email,
                "A",
                null,
                true,
                java.math.BigDecimal.ZERO,
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                Many.of(List.of()),
                One.empty());
    }

    private static Tag tag(String name) {
        return new Tag(name, Many.of(List.of()));
    }

    @Test
    void aDraftIsOneRowWhereverItIsNested() {
        NewAuthor author = NewAuthor.email("a").name("A");
        New<Book> first = NewBook.title("x").author(author);
        New<Book> second = NewBook.title("y").author(author);

        UnitPlan plan = plan(first, second, author, first);

        assertThat(text(plan)).containsExactly("authors:1", "books:2");
        assertThat(plan.inserts().rows()).hasSize(3);
        assertThat(plan.inserts().given()).isEqualTo(4);
    }

    @Test
    void placesOfATreeAreOneStepForEachTable() {
        NewAuthor author = NewAuthor.email("a")
                .name("A")
                .contract(NewContract.terms("t"))
                .books(NewBook.title("one").tags(NewTag.name("x")));

        UnitPlan plan = plan(
                author,
                NewBook.title("two").author(author).tags(NewTag.name("y")),
                NewContract.terms("u").author(NewAuthor.email("b").name("B")));

        assertThat(text(plan)).containsExactly("authors:2", "books:2", "contracts:2", "tags:2", "link:2");
    }

    @Test
    void rowsOfDifferentColumnsAreStepsOfTheirOwn() {
        assertThat(text(plan(
                        NewBook.title("x").authorId(1),
                        NewBook.title("y").authorId(1).pages(3),
                        NewBook.title("z").authorId(1))))
                .containsExactly("books:2", "books:1");
    }

    @Test
    void aTreeOfTwoLevelsIsInsertedLevelByLevel() {
        New<Book> root = NewBook.title("root").authorId(1);

        assertThat(text(plan(sequel(root, 1), sequel(root, 2)))).containsExactly("books:1", "books:2");
    }

    @Test
    void aDeeperTreeGetsItsKeysAfterwards() {
        List<Draft<Book>> line =
                new ArrayList<>(List.of(NewBook.title("0").authorId(1).draft()));
        for (int i = 1; i < 10_000; i++) {
            line.add(sequel(line.get(i - 1), i));
        }

        assertThat(text(plan(line.get(9_999))))
                .containsExactly("books:10000", "update books set  keys sequelOfId:9999");
    }

    private static Draft<Book> sequel(New<Book> of, int number) {
        return NewBook.title(String.valueOf(number)).authorId(1).draft().create(BOOK.sequelOf, of);
    }

    @Test
    void aRowThatRefersToItselfGetsItsKeyAfterwards() {
        Draft<Book> book = NewBook.title("x").authorId(1).draft();
        unit.relate(book, new org.reactiveorm.query.Attachment.Create<>(BOOK.sequelOf.relation(), List.of(book)));

        assertThat(text(plan(book))).containsExactly("books:1", "update books set  keys sequelOfId:1");
    }

    @Test
    void updatesGoFromParentsToChildrenAndDeletesBack() {
        unit.update(EntityValues.of(BOOK.model(), book(1, null)));
        unit.delete(EntityValues.of(AUTHOR.model(), author(2, "x")));
        unit.update(EntityValues.of(AUTHOR.model(), author(1, "y")));
        unit.delete(EntityValues.of(BOOK.model(), book(2, 3L)));
        unit.delete(EntityValues.of(BOOK.model(), book(3, null)));

        UnitPlan plan = plan(NewTag.name("t"));

        assertThat(text(plan))
                .containsExactly("tags:1", "set authors:1", "set books:1", "delete books:2", "delete authors:1");
        assertThat(plan.deletes().order()).isEqualTo(Order.LAST);
    }

    @Test
    void aUniqueKeyThatIsTakenAgainIsFreedFirst() {
        unit.delete(EntityValues.of(TAG.model(), tag("t")));
        assertThat(plan(NewTag.name("u")).deletes().order()).isEqualTo(Order.LAST);
        assertThat(plan(NewTag.name("t")).deletes().order()).isEqualTo(Order.FIRST);
    }

    @Test
    void anUpdateCanTakeAUniqueKeyAgain() {
        unit.delete(EntityValues.of(AUTHOR.model(), author(1, "x")));
        unit.update(EntityValues.of(AUTHOR.model(), author(2, "x")));

        assertThat(plan().deletes().order()).isEqualTo(Order.FIRST);
    }

    @Test
    void oneStatementNeedsNoTransaction() {
        assertThat(plan(NewTag.name("a"), NewTag.name("b")).isOneStatement()).isTrue();
        assertThat(plan(NewBook.title("x").authorId(1)).isOneStatement()).isFalse();
    }

    @Test
    void whatIsMissingIsNamedWithItsPlace() {
        assertThatThrownBy(() -> plan(NewTag.name("a"), BOOK.draft()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Row 1 of 2 (counted from 0): A new Book needs values for: title, authorId.");
    }
}

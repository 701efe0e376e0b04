package org.reactiveorm.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Contract_.CONTRACT;
import static org.reactiveorm.library.Tag_.TAG;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.NewAuthor;
import org.reactiveorm.library.NewBook;
import org.reactiveorm.library.NewContract;
import org.reactiveorm.library.NewTag;
import org.reactiveorm.query.Change;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.scope.Scopes;

/** The plans of changes of related rows, a line for each step. */
class ChangePlanTest {

    private static final UUID CONTRACT_ID = new UUID(0, 7);

    @Test
    void aKeyOfTheRowItself() {
        assertThat(book(BOOK.sequelOf.create(NewBook.title("x").authorId(1))))
                .containsExactly("given books:1", "books:1", "update books set  keys sequelOfId:1");
        assertThat(book(BOOK.sequelOf.connect(7L)))
                .containsExactly("given books:1", "known books:1", "update books set  keys sequelOfId:1");
        assertThat(book(BOOK.author.connect(AUTHOR.email.eq("a"))))
                .containsExactly("given books:1", "find authors by email:1", "update books set  keys authorId:1");
        assertThat(book(BOOK.author.connectOrCreate(
                        AUTHOR.email.eq("a"), NewAuthor.email("a").name("A"))))
                .containsExactly(
                        "given books:1",
                        "find authors by email:1 if there",
                        "missing authors by email:1",
                        "settle authors:1",
                        "update books set  keys authorId:1");
        assertThat(book(BOOK.sequelOf.disconnect()))
                .containsExactly("given books:1", "update books set  clear sequelOfId:1");
        assertThat(book(BOOK.sequelOf.update(BOOK.title.to("x"))))
                .containsExactly("given books:1", "change Book.sequelOf set title by :1");
        assertThat(book(BOOK.sequelOf.upsert(NewBook.title("x").authorId(1), BOOK.title.to("y"))))
                .containsExactly(
                        "given books:1",
                        "change Book.sequelOf set title by :1 if there",
                        "books:1",
                        "update books set  keys sequelOfId:1");
        assertThat(book(BOOK.sequelOf.delete()))
                .containsExactly("given books:1", "update books set  clear sequelOfId:1", "delete Book.sequelOf by :1");
    }

    @Test
    void aRequiredRowThatRefersToIt() {
        assertThat(author(AUTHOR.contract.create(NewContract.terms("x"))))
                .containsExactly("given authors:1", "refuse others Author.contract:1 but 0", "contracts:1");
        assertThat(author(AUTHOR.contract.connect(CONTRACT_ID)))
                .containsExactly(
                        "given authors:1", "refuse others Author.contract:1 but 1", "attach Author.contract by id:1");
        assertThat(author(AUTHOR.contract.connectOrCreate(CONTRACT_ID, NewContract.terms("x"))))
                .containsExactly(
                        "given authors:1",
                        "refuse others Author.contract:1 but 1",
                        "find contracts by id:1 if there",
                        "missing contracts by id:1",
                        "settle contracts:1",
                        "attach Author.contract by id:1");
        assertThat(author(AUTHOR.contract.update(CONTRACT.terms.to("x"))))
                .containsExactly("given authors:1", "change Author.contract set terms by :1");
        assertThat(author(AUTHOR.contract.upsert(NewContract.terms("x"), CONTRACT.terms.to("y"))))
                .containsExactly("given authors:1", "change Author.contract set terms by :1 if there", "contracts:1");
        assertThat(author(AUTHOR.contract.delete())).containsExactly("given authors:1", "delete Author.contract by :1");
    }

    @Test
    void rowsThatReferToIt() {
        assertThat(book(BOOK.sequels.createAll(List.of(
                        NewBook.title("x").authorId(1), NewBook.title("y").authorId(1)))))
                .containsExactly("given books:1", "books:2");
        assertThat(book(BOOK.sequels.connect(7L, 8L))).containsExactly("given books:1", "attach Book.sequels by id:2");
        assertThat(book(BOOK.sequels.connectOrCreate(7L, NewBook.title("x").authorId(1))))
                .containsExactly(
                        "given books:1",
                        "find books by id:1 if there",
                        "missing books by id:1",
                        "settle books:1",
                        "attach Book.sequels by id:1");
        assertThat(book(BOOK.sequels.disconnect(7L, 8L)))
                .containsExactly("given books:1", "change Book.sequels set sequelOfId by id:2 if there");
        assertThat(book(BOOK.sequels.set(7L, 8L)))
                .containsExactly("given books:1", "detach others Book.sequels:1 but 2", "attach Book.sequels by id:2");
        assertThat(book(BOOK.sequels.update(7L, BOOK.title.to("x")), BOOK.sequels.update(8L, BOOK.title.to("y"))))
                .containsExactly("given books:1", "change Book.sequels set title by id:2");
        assertThat(book(BOOK.sequels.updateAll(Condition.always(), BOOK.title.to("x"))))
                .containsExactly("given books:1", "change all Book.sequels set title:1");
        assertThat(book(BOOK.sequels.upsert(7L, NewBook.title("x").authorId(1), BOOK.title.to("y"))))
                .containsExactly("given books:1", "change Book.sequels set title by id:1 if there", "books:1");
        assertThat(book(BOOK.sequels.delete(7L, 8L))).containsExactly("given books:1", "delete Book.sequels by id:2");
        assertThat(book(BOOK.sequels.deleteAll(Condition.always())))
                .containsExactly("given books:1", "delete all Book.sequels:1");
    }

    @Test
    void rowsOfAJoinTable() {
        assertThat(book(BOOK.tags.createAll(List.of(NewTag.name("x"), NewTag.name("y")))))
                .containsExactly("given books:1", "tags:2", "link:2");
        assertThat(book(BOOK.tags.connect("x", "y"))).containsExactly("given books:1", "known tags:2", "link:2");
        assertThat(book(BOOK.tags.connectOrCreate("x", NewTag.name("x"))))
                .containsExactly(
                        "given books:1",
                        "find tags by name:1 if there",
                        "missing tags by name:1",
                        "settle tags:1",
                        "link:1");
        assertThat(book(BOOK.tags.disconnect("x", "y")))
                .containsExactly("given books:1", "known tags:2", "unlink Book.tags:2");
        assertThat(book(BOOK.tags.set("x", "y")))
                .containsExactly(
                        "given books:1", "known tags:2", "unlink others Book.tags:1 but 2", "known tags:2", "link:2");
        assertThat(book(BOOK.tags.update("x", TAG.books.disconnect(1L))))
                .containsExactly("given books:1", "lock Book.tags by name:1", "known books:1", "unlink Tag.books:1");
        assertThat(book(BOOK.tags.upsert("x", NewTag.name("x"))))
                .containsExactly("given books:1", "lock Book.tags by name:1 if there", "tags:1", "link:1");
        assertThat(book(BOOK.tags.delete("x", "y"))).containsExactly("given books:1", "delete Book.tags by name:2");
        assertThat(book(BOOK.tags.deleteAll(TAG.name.eq("x"))))
                .containsExactly("given books:1", "delete all Book.tags:1");
    }

    @Test
    void theFixedOrderWhateverIsGivenFirst() {
        assertThat(book(
                        BOOK.sequels.create(NewBook.title("x").authorId(1)),
                        BOOK.sequels.connect(7L),
                        BOOK.sequels.updateAll(Condition.always(), BOOK.title.to("x")),
                        BOOK.sequels.update(8L, BOOK.title.to("x")),
                        BOOK.sequels.delete(9L),
                        BOOK.sequels.disconnect(10L),
                        BOOK.pages.to(3),
                        BOOK.author.update(AUTHOR.name.to("x"))))
                .containsExactly(
                        "given books:1",
                        "change Book.author set name, updatedAt, version by :1",
                        "update books set pages:1",
                        "change Book.sequels set sequelOfId by id:1 if there",
                        "delete Book.sequels by id:1",
                        "change Book.sequels set title by id:1",
                        "change all Book.sequels set title:1",
                        "attach Book.sequels by id:1",
                        "books:1");
    }

    @Test
    void theNumberOfStepsDoesNotDependOnTheNumberOfRows() {
        Change<Book> change = BOOK.sequels.updateAll(Condition.always(), BOOK.title.to("x"));
        Change<Book> tags = BOOK.tags.set("x");
        assertThat(plan(BOOK, 50, change, tags)).hasSameSizeAs(plan(BOOK, 1, change, tags));
    }

    @SafeVarargs
    private static List<String> book(Change<Book>... changes) {
        return plan(BOOK, 1, changes);
    }

    @SafeVarargs
    private static List<String> author(Change<Author>... changes) {
        return plan(AUTHOR, 1, changes);
    }

    @SafeVarargs
    private static <E> List<String> plan(EntityRef<E, ?> entity, int rows, Change<E>... changes) {
        Changes<E> sorted = Changes.of(entity.model(), List.of(changes));
        return PlanText.of(WritePlanner.change(
                entity.model(), rows, sorted, GeneratedValues.at(Clock.systemUTC(), Scopes.none())));
    }
}

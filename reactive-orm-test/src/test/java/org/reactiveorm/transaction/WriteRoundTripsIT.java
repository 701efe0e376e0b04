package org.reactiveorm.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Contract_.CONTRACT;
import static org.reactiveorm.library.Shelf_.SHELF;
import static org.reactiveorm.library.Tag_.TAG;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.TestDatabase;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.execution.StatementListener;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.NewAuthor;
import org.reactiveorm.library.NewBook;
import org.reactiveorm.library.NewContract;
import org.reactiveorm.library.NewShelf;
import org.reactiveorm.library.NewTag;
import org.reactiveorm.library.ShelfId;
import org.reactiveorm.query.Draft;
import org.reactiveorm.schema.Schema;
import org.reactiveorm.test.fault.TcpProxy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Trips of writes, counted on the wire as in {@link RoundTripsIT}. */
@Timeout(120)
class WriteRoundTripsIT {

    private final TcpProxy proxy = TestDatabase.shared().proxy(Duration.ZERO);
    private final TestPool pool = new TestPool(proxy.port(), "maxSize=1");
    private final ReactiveOrm orm = ReactiveOrm.create(pool.pool());

    @BeforeEach
    void createTables() {
        dropTables();
        try (TestPool near = TestPool.ofOne()) {
            ReactiveOrm direct = ReactiveOrm.create(near.pool());
            new Schema(
                            List.of(AUTHOR.model(), BOOK.model(), CONTRACT.model(), SHELF.model(), TAG.model()),
                            new Executor(near.transactions(), StatementListener.none()),
                            near.transactions())
                    .create()
                    .block(TestPool.PATIENCE);
            direct.insert(author("ann").books(NewBook.title("a1"), NewBook.title("a2")))
                    .one()
                    .block(TestPool.PATIENCE);
            direct.insertAll(List.of(NewTag.name("x"), NewTag.name("y")))
                    .count()
                    .block(TestPool.PATIENCE);
        }
        pool.update("select 1").block(TestPool.PATIENCE);
        proxy.roundTrips();
    }

    @AfterEach
    void isClean() {
        pool.assertClean();
        pool.close();
        proxy.close();
        dropTables();
    }

    private void dropTables() {
        pool.database()
                .run(
                        "drop table if exists library_contracts, book_tags, books, library_tags, authors, shelves cascade");
    }

    private static NewAuthor author(String name) {
        return NewAuthor.email(name).name(name);
    }

    private static Draft<Author> graph(String name) {
        return author(name)
                .contract(NewContract.terms(name))
                .books(
                        NewBook.title(name + 1).with(BOOK.tags.connect("x", "y")),
                        NewBook.title(name + 2)
                                .with(BOOK.tags.create(NewTag.name(name)))
                                .with(BOOK.sequelOf.connect(1L)))
                .draft();
    }

    private int tripsOf(Mono<?> work) {
        proxy.lines().roundTrip(RoundTripsIT.ROUND_TRIP);
        assertThat(work.hasElement().block(TestPool.PATIENCE)).isTrue();
        proxy.lines().heal();
        return proxy.roundTrips();
    }

    private <T> T got(Mono<T> work) {
        T value = Objects.requireNonNull(work.block(TestPool.PATIENCE));
        proxy.roundTrips();
        return value;
    }

    @Test
    void aGraphWithConnectionsByKeyIsOne() {
        assertThat(tripsOf(orm.insert(graph("bob")).one())).isOne();
        assertThat(tripsOf(orm.insertAll(IntStream.range(0, 20)
                                .mapToObj(i -> graph("b" + i))
                                .toList())
                        .all()
                        .collectList()))
                .isOne();
        assertThat(pool.database().value("select count(*) from book_tags", Long.class))
                .isEqualTo(21 * 3);
    }

    @Test
    void connectionsByAnotherKeyAreFoundFirst() {
        assertThat(tripsOf(orm.insert(NewBook.title("t")
                                .author(BOOK.author.connect(AUTHOR.email.eq("ann")))
                                .with(BOOK.tags.connectOrCreate("x", NewTag.name("x"))))
                        .one()))
                .isEqualTo(5);
    }

    @Test
    void anUpdateWithRelatedRowsIsOneForEachStatementAndOneForTheEnd() {
        assertThat(tripsOf(orm.update(BOOK)
                        .byId(1L)
                        .set(BOOK.pages.to(1), BOOK.tags.connect("x"), BOOK.sequels.connect(2L))
                        .oneOrFail()))
                .isEqualTo(5);
    }

    @Test
    void upsertsAndValuesAreOne() {
        assertThat(tripsOf(
                        orm.upsert(TAG).byId().create(NewTag.name("z")).update().one()))
                .isOne();
        assertThat(tripsOf(orm.upsert(AUTHOR)
                        .on(AUTHOR.email)
                        .createAll(List.of(author("ann"), author("bob")))
                        .update(AUTHOR.born.to(1900))
                        .all()
                        .collectList()))
                .isOne();
        List<Author> authors = got(orm.find(AUTHOR).all().collectList());
        assertThat(tripsOf(orm.updateAll(AUTHOR, authors).count())).isOne();
        assertThat(tripsOf(orm.update(BOOK)
                        .where(BOOK.author.is(AUTHOR.born.eq(1900)))
                        .set(BOOK.pages.to(1))
                        .count()))
                .isOne();
        List<Book> books = got(orm.find(BOOK).all().collectList());
        assertThat(tripsOf(orm.deleteAll(BOOK, books).all().collectList())).isOne();
    }

    @Test
    void aStreamIsOneForEachBatchAndOneForTheEnd() {
        Flux<NewTag> tags = Flux.range(0, 30).map(i -> NewTag.name("t" + i));
        assertThat(tripsOf(orm.insertAll(tags).batchSize(10).count())).isEqualTo(4);
    }

    @Test
    void aUnitOfWorkIsOneForEachTableAndOneForTheEnd() {
        List<Book> there = got(orm.find(BOOK).orderBy(BOOK.id.asc()).all().collectList());
        NewAuthor bob = author("bob");
        assertThat(tripsOf(orm.batch()
                        .insert(
                                NewBook.title("b1").author(bob),
                                NewBook.title("b2").author(bob),
                                NewContract.terms("c").author(bob),
                                NewTag.name("t"),
                                NewShelf.id(new ShelfId("r", 1)).label("l"))
                        .update(BOOK, there.get(0))
                        .delete(BOOK, there.get(1))
                        .flush()))
                .isEqualTo(8);
    }

    @Test
    void sessionVariablesCostTheEndOfATransaction() {
        ReactiveOrm secured = ReactiveOrm.builder(pool.pool())
                .sessionVariables(context -> Map.of("app.tenant", "acme"))
                .build();
        assertThat(tripsOf(secured.insert(graph("bob")).one())).isEqualTo(2);
        assertThat(tripsOf(secured.batch()
                        .insert(
                                NewTag.name("t"),
                                NewShelf.id(new ShelfId("r", 1)).label("l"))
                        .flush()))
                .isEqualTo(3);
        assertThat(tripsOf(secured.update(BOOK)
                        .byId(1L)
                        .set(BOOK.tags.connect("x"))
                        .oneOrFail()))
                .isEqualTo(3);
    }
}

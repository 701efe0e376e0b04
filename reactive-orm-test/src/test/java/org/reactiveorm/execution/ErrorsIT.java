package org.reactiveorm.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.error.CheckViolationException;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.DeadlineExceededException;
import org.reactiveorm.error.DeadlineExceededException.Deadline;
import org.reactiveorm.error.ExclusionViolationException;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.error.TransactionConflictException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Ends;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.EntityModelBuilder;
import org.reactiveorm.model.ForeignKey;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.transaction.TestPool;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** One error of the server per family, with the words that its reader gets. */
@Timeout(60)
class ErrorsIT {

    private static final String SECRET = "secret-value";

    private final TestPool pool = TestPool.of("maxSize=2");
    private final List<ExecutedStatement> statements = new CopyOnWriteArrayList<>();
    private final Executor executor = new Executor(pool.transactions(), statements::add);

    record Author(Long id, String eMail) {}

    record Essay(Long id, Long authorId) {}

    private static final EntityModel<Author> AUTHOR = author();
    private static final EntityModel<Essay> ESSAY = essay();

    private static EntityModel<Author> author() {
        EntityModelBuilder<Author> entity = EntityModel.builder(Author.class, Table.of("authors"));
        Property<Author, Long> id = entity.property(Property.of("id", "id", ColumnTypes.LONG, Author::id));
        Property<Author, String> mail =
                entity.property(Property.of("eMail", "e_mail", ColumnTypes.STRING, Author::eMail));
        return entity.primaryKey(new Key<>("authors_pkey", List.of(id)))
                .unique(new Key<>("authors_e_mail_key", List.of(mail)))
                .reader(row -> new Author(row.getLong(0), row.require(1, String.class)))
                .attacher((author, handles) -> author)
                .build();
    }

    private static EntityModel<Essay> essay() {
        EntityModelBuilder<Essay> entity = EntityModel.builder(Essay.class, Table.of("essays"));
        Property<Essay, Long> id = entity.property(Property.of("id", "id", ColumnTypes.LONG, Essay::id));
        Property<Essay, Long> author =
                entity.property(Property.of("authorId", "author_id", ColumnTypes.LONG, Essay::authorId));
        entity.relation(new ToOne<>(
                Ends.of("author", List.of(author), () -> AUTHOR, List.of("id")),
                new ForeignKey("essays_author_id_fkey", ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION)));
        return entity.primaryKey(new Key<>("essays_pkey", List.of(id)))
                .reader(row -> new Essay(row.getLong(0), row.getLong(1)))
                .attacher((essay, handles) -> essay)
                .build();
    }

    @BeforeEach
    void createTables() {
        pool.database().run("drop table if exists essays, authors");
        pool.database()
                .run(
                        "create table authors (id bigint primary key, e_mail varchar(30) not null unique, age int check (age > 0), slot int4range, exclude using gist (slot with &&))");
        pool.database().run("create unique index authors_age_mail on authors (age, (lower(e_mail)))");
        pool.database()
                .run("create table essays (id bigint primary key, author_id bigint not null references authors)");
        pool.database().run("insert into authors values (1, '" + SECRET + "', 5, '[1,5)')");
        pool.database().run("insert into essays values (1, 1)");
    }

    @AfterEach
    void isClean() {
        pool.assertClean();
        pool.close();
    }

    private OrmException failure(EntityModel<?> entity, String text, @Nullable Object... values) {
        List<Sql.Parameter> parameters = java.util.Arrays.stream(values)
                .map(value -> new Sql.Parameter(value, value == null ? String.class : value.getClass()))
                .toList();
        OrmException[] caught = new OrmException[1];
        executor.update(new Sql(text, parameters, List.of(entity)))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> caught[0] = (OrmException) error);
        assertThat(caught[0]).hasMessageNotContaining(SECRET);
        assertThat(caught[0].context().sql()).isEqualTo(text);
        assertThat(caught[0].context().entity()).isEqualTo(entity.name());
        return caught[0];
    }

    @Test
    void aUniqueKeyOfTheModelIsNamedByItsProperties() {
        OrmException error = failure(AUTHOR, "insert into authors(id, e_mail) values (2, $1)", SECRET);
        assertThat(error)
                .isInstanceOf(UniqueViolationException.class)
                .hasMessageStartingWith("An Author with the same eMail exists (constraint authors_e_mail_key)");
        assertThat(error.context().properties()).containsExactly("eMail");
        assertThat(error.context().constraint()).isEqualTo("authors_e_mail_key");
        assertThat(error.context().sqlState()).isEqualTo("23505");
    }

    @Test
    void aUniqueIndexThatTheModelDoesNotKnowIsNamedByItsColumns() {
        pool.database().run("create unique index unknown_to_model on essays (author_id, id)");
        pool.database().run("alter table essays drop constraint essays_pkey");
        OrmException error = failure(ESSAY, "insert into essays values (1, 1)");
        assertThat(error).isInstanceOf(UniqueViolationException.class);
        assertThat(error.context().properties()).containsExactly("authorId", "id");
    }

    @Test
    void aForeignKeyNamesWhatItRefersTo() {
        OrmException error = failure(ESSAY, "insert into essays values (2, $1)", 99L);
        assertThat(error)
                .isInstanceOf(ForeignKeyViolationException.class)
                .hasMessageStartingWith(
                        "Essay.author refers to an Author that does not exist (key authorId, constraint essays_author_id_fkey)");
        assertThat(error.context().relation()).isEqualTo("Essay.author");
        assertThat(error.context().properties()).containsExactly("authorId");
    }

    @Test
    void aRowThatOthersReferToNamesThem() {
        assertThat(failure(AUTHOR, "delete from authors where id = $1", 1L))
                .isInstanceOf(ForeignKeyViolationException.class)
                .hasMessageContaining("rows of essays still refer to it");
    }

    @Test
    void aNullInARequiredColumnNamesTheProperty() {
        OrmException error = failure(AUTHOR, "insert into authors(id, e_mail) values (2, $1)", (Object) null);
        assertThat(error)
                .isInstanceOf(NotNullViolationException.class)
                .hasMessageStartingWith("Author.eMail must not be null");
        assertThat(error.context().properties()).containsExactly("eMail");
    }

    @Test
    void aCheckNamesItsConstraint() {
        assertThat(failure(AUTHOR, "update authors set age = $1", -1))
                .isInstanceOf(CheckViolationException.class)
                .hasMessageContaining("authors_age_check");
    }

    @Test
    void anExclusionNamesItsConstraint() {
        assertThat(failure(AUTHOR, "insert into authors values (2, 'b', 6, '[2,3)')"))
                .isInstanceOf(ExclusionViolationException.class)
                .hasMessageContaining("authors_slot_excl");
    }

    @Test
    void valuesThatDoNotFitAreInvalid() {
        assertThat(failure(AUTHOR, "update authors set e_mail = $1", "x".repeat(31)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("too long");
        assertThat(failure(AUTHOR, "update authors set age = $1::text::int", SECRET))
                .isInstanceOf(InvalidValueException.class);
        assertThat(failure(AUTHOR, "update authors set age = 1 / $1::int", 0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("division by zero");
        assertThat(failure(AUTHOR, "update authors set age = 2147483647 + $1::int", 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("out of range");
    }

    @Test
    void aMissingTableOrColumnSaysThatTheSchemaDoesNotMatch() {
        assertThat(failure(AUTHOR, "insert into writers values (1)"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not match the entity Author")
                .hasMessageContaining("\"writers\"");
        assertThat(failure(AUTHOR, "update authors set nick = 'x'"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not match the entity Author")
                .hasMessageContaining("\"nick\"");
    }

    @Test
    void anErrorWithoutATypeOfItsOwnKeepsItsState() {
        OrmException error = failure(AUTHOR, "selec 1");
        assertThat(error).isInstanceOf(DatabaseException.class).hasMessageContaining("SQLSTATE 42601");
        assertThat(error.context().sqlState()).isEqualTo("42601");
    }

    @Test
    void timeLimitsOfTheServerAreDeadlines() {
        assertThat(deadline("set local statement_timeout = 20", "select pg_sleep(5)"))
                .isEqualTo(Deadline.STATEMENT);
        assertThat(deadline("set local transaction_timeout = 20", "select pg_sleep(5)"))
                .isEqualTo(Deadline.TRANSACTION);
        Mono<Deadline> waiting = Mono.fromSupplier(
                        () -> deadline("set local lock_timeout = 20", "update authors set age = 8"))
                .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic());
        pool.transaction(executor.update(Sql.of("update authors set age = 7")).then(waiting))
                .as(StepVerifier::create)
                .expectNext(Deadline.LOCK)
                .verifyComplete();
    }

    private Deadline deadline(String limit, String text) {
        Deadline[] hit = new Deadline[1];
        pool.transaction(executor.update(Sql.of(limit)).then(executor.update(Sql.of(text))))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> hit[0] = ((DeadlineExceededException) error).deadline());
        return hit[0];
    }

    @Test
    void aDeadlockIsATransactionConflict() {
        pool.database().run("insert into authors values (2, 'b', 6, '[6,7)')");
        Flux.mergeDelayError(2, crossing(1, 2), crossing(2, 1))
                .as(StepVerifier::create)
                .expectNext(1L)
                .verifyError(TransactionConflictException.class);
    }

    private Mono<Long> crossing(int first, int second) {
        return pool.transactions()
                .execute(
                        TransactionOptions.defaults(),
                        lock(first)
                                .delayElement(java.time.Duration.ofMillis(200))
                                .then(lock(second)));
    }

    private Mono<Long> lock(int id) {
        return executor.update(Sql.of("update authors set age = age + 1 where id = " + id));
    }

    @Test
    void anErrorOfTheReaderComesOutUnchanged() {
        IllegalStateException mine = new IllegalStateException("mine");
        executor.query(Sql.of("select 1"), row -> {
                    throw mine;
                })
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error).isSameAs(mine));
    }

    @Test
    void eachStatementIsReportedOnceWithoutItsValues() {
        Sql select = new Sql(
                "select id, e_mail from authors where e_mail = $1",
                List.of(new Sql.Parameter(SECRET, String.class)),
                List.of(AUTHOR));
        executor.query(select, AUTHOR.reader()).blockLast(TestPool.PATIENCE);
        pool.transaction(executor.update(Sql.of("update authors set age = 9"))).block(TestPool.PATIENCE);
        executor.update(Sql.of("selec")).onErrorComplete().block(TestPool.PATIENCE);
        assertThat(statements).extracting(ExecutedStatement::rows).containsExactly(1L, 1L, 0L);
        assertThat(statements).extracting(ExecutedStatement::entity).containsExactly("Author", null, null);
        assertThat(statements).extracting(ExecutedStatement::transaction).containsExactly(null, 1L, null);
        assertThat(statements.get(2).error()).isInstanceOf(DatabaseException.class);
        assertThat(statements.toString()).doesNotContain(SECRET);
    }
}

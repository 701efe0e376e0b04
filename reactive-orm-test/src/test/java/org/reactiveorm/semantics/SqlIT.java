package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.TransactionEvent;
import org.reactiveorm.transaction.TransactionListener;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@Timeout(60)
class SqlIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
    }

    @Test
    void rowsBecomeShapesEntitiesAndScalars() {
        assertThat(orm.sql("""
                                select sum(sold) as grand_total, max(name) as product_name from products
                                where category_id = :c and category_id = :c and name <> ':c' -- :c
                                group by id order by id""")
                        .bind("c", Stock.HAMMERS)
                        .as(NameTotal.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly(new NameTotal("claw", 50L), new NameTotal("sledge", null));
        assertThat(orm.sql("select * from products where id = any(:ids) order by id")
                        .bind("ids", List.of(1L, 4L))
                        .as(Product.class)
                        .all()
                        .map(Product::grade)
                        .collectList()
                        .block())
                .containsExactly(Grade.GOOD, Grade.POOR);
        assertThat(orm.sql("select id from marks limit 1").as(UUID.class).one().block())
                .isNotNull();
        assertThat(orm.sql("select count(*) from products").as(Long.class).one().block())
                .isEqualTo(5);
        assertThat(orm.sql("select id from products order by 1")
                        .as(Long.class)
                        .first()
                        .block())
                .isEqualTo(1);
        assertThat(orm.sql("select id from products").as(Long.class).count().block())
                .isEqualTo(5);
    }

    @Test
    void changesAnswerTheirNumber() {
        assertThat(orm.sql("update products set note = :n where stock = :s")
                        .bind("n", null)
                        .bind("s", 5)
                        .execute()
                        .block())
                .isEqualTo(2);
        assertThat(orm.sql("delete from deliveries where amount > :a::int")
                        .bind("a", 99)
                        .execute()
                        .block())
                .isZero();
    }

    @Test
    void aChangeIsDoneWhenItsFirstRowIsAnswered() {
        assertThat(orm.sql("update products set weight = 7 returning id")
                        .as(Long.class)
                        .first()
                        .block())
                .isNotNull();
        assertThat(orm.sql("select count(*) from products where weight = 7")
                        .as(Long.class)
                        .one()
                        .block())
                .isEqualTo(5);
    }

    @Test
    void aChangeOfSeveralRowsIsUndoneByOne() {
        StepVerifier.create(orm.sql("update products set rank = 9 returning id")
                        .as(Long.class)
                        .one())
                .verifyError(NotUniqueException.class);
        assertThat(orm.sql("select count(*) from products where rank = 9")
                        .as(Long.class)
                        .one()
                        .block())
                .isZero();
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromTheResult() {
        List<Throwable> dropped = new CopyOnWriteArrayList<>();
        ReactiveOrm listened = ReactiveOrm.builder(database.connections())
                .statements(statement -> {
                    throw new AssertionError("broken listener");
                })
                .build();
        Mono<Long> one = listened.sql("select 1::bigint")
                .as(Long.class)
                .one()
                .contextWrite(
                        context -> context.put("reactor.onErrorDropped.local", (Consumer<Throwable>) dropped::add));
        assertThat(one.block(Duration.ofSeconds(20))).isOne();
        assertThat(dropped).singleElement().extracting(Throwable::getMessage).isEqualTo("broken listener");
    }

    @Test
    void aListenerOfTransactionsThatFailsChangesNoOutcome() {
        List<Throwable> dropped = new CopyOnWriteArrayList<>();
        Hooks.onErrorDropped(dropped::add);
        try {
            ReactiveOrm listened = ReactiveOrm.builder(database.connections())
                    .transactions(new Broken())
                    .build();
            Mono<Long> one = listened.sql("select 1::bigint").as(Long.class).one();
            assertThat(listened.transaction(one).block(Duration.ofSeconds(20))).isOne();
            StepVerifier.create(listened.transaction(one.then(Mono.error(new IllegalStateException("mine")))))
                    .expectErrorMessage("mine")
                    .verify(Duration.ofSeconds(20));
        } finally {
            Hooks.resetOnErrorDropped();
        }
        assertThat(dropped)
                .extracting(Throwable::getMessage)
                .containsExactly("began", "committed", "began", "rolled back");
    }

    /** As an assertion in a test's listener would fail. */
    private static final class Broken implements TransactionListener {

        @Override
        public void began(TransactionEvent event) {
            throw new AssertionError("began");
        }

        @Override
        public void committed(TransactionEvent event) {
            throw new AssertionError("committed");
        }

        @Override
        public void rolledBack(TransactionEvent event) {
            throw new AssertionError("rolled back");
        }
    }

    @Test
    void whatTheServerWouldEndTheSessionForIsRefusedBefore() {
        StepVerifier.create(orm.sql("select '\0'").as(String.class).one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("U+0000 at position 8"));
        Condition<Product> many = Condition.any(IntStream.range(0, 40_000)
                .mapToObj(i -> PRODUCT.id.eq((long) i).and(PRODUCT.stock.eq(i)))
                .toList());
        StepVerifier.create(orm.find(PRODUCT).where(many).all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("80000 values"));
    }

    @Test
    void enumConstantsAreBoundAsTheyAreStored() {
        assertThat(ids("status = :v", Status.RETIRED)).containsExactly(3L);
        assertThat(ids("status = any(:v)", List.of(Status.RETIRED, Status.ACTIVE)))
                .containsExactly(1L, 3L);
        assertThat(ids("grade > :v", Grade.GOOD)).containsExactly(3L);
        assertThat(ids("grade = any(:v)", List.of(Grade.BEST, Grade.GOOD))).containsExactly(1L, 3L);
        assertThat(ids("id = 1 and :v = 'DAYS'", TimeUnit.DAYS)).containsExactly(1L);
    }

    @Test
    void nullIsOfTheTypeThatItsPlaceTakes() {
        assertThat(ids("(:v is null or id = :v)", null)).hasSize(5);
        assertThat(ids("(:v is null or id = :v)", 2L)).containsExactly(2L);
        assertThat(ids("id = any(:v)", null)).isEmpty();
        assertThat(orm.sql("update products set stock = :n, grade = :n, since = :n, details = :n, labels = :n")
                        .bind("n", null)
                        .execute()
                        .block())
                .isEqualTo(5);
    }

    private List<Long> ids(String condition, @Nullable Object value) {
        return orm.sql("select id from products where " + condition + " order by id")
                .bind("v", value)
                .as(Long.class)
                .all()
                .collectList()
                .block();
    }

    @Test
    void terminals() {
        StepVerifier.create(orm.sql("select 1 where false").as(Integer.class).oneOrFail())
                .verifyError(NotFoundException.class);
        StepVerifier.create(orm.sql("select id from products").as(Long.class).one())
                .verifyError(NotUniqueException.class);
        assertThat(orm.sql("select 1 where false").as(Integer.class).one().blockOptional())
                .isEmpty();
    }

    @Test
    void mistakesAreClear() {
        StepVerifier.create(orm.sql("select :a, :b")
                        .bind("a", 1)
                        .bind("c", 1)
                        .as(Integer.class)
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("[b]")
                        .hasMessageContaining("[c]"));
        assertThat(database.statements()).isEmpty();
        assertThat(catchThrowable(() -> orm.sql("select 1").as(Object.class)))
                .isInstanceOf(InvalidQueryException.class);
        assertThat(catchThrowable(() -> orm.sql("select :a").bind("a", new Object())))
                .isInstanceOf(InvalidQueryException.class);
        StepVerifier.create(orm.sql("select 1, 2").as(Integer.class).one()).verifyError(MappingException.class);
        StepVerifier.create(orm.sql("select 1 as other").as(NameTotal.class).one())
                .verifyError(MappingException.class);
        StepVerifier.create(orm.sql("selec 1").execute())
                .verifyErrorSatisfies(error ->
                        assertThat(((OrmException) error).context().sqlState()).isEqualTo("42601"));
    }

    @Test
    void sqlThatSwallowsItsParametersIsAnInvalidQuery() {
        Mono<String> query =
                orm.sql("select E'\\':a' || :a").bind("a", "x").as(String.class).one();
        assertThat(catchThrowable(query::block)).isInstanceOf(InvalidQueryException.class);
        assertThat(catchThrowable(orm.transaction(query)::block)).isInstanceOf(InvalidQueryException.class);
        // a comment ends with the fragment that it is in
        assertThat(orm.find(Product_.PRODUCT)
                        .where(Condition.sql("true --"), Product_.PRODUCT.name.eq("claw"))
                        .count()
                        .block())
                .isEqualTo(1);
        assertThat(orm.find(Product_.PRODUCT).count().block()).isEqualTo(5);
    }

    @Test
    void aClosedPoolAndAWrongUrlAreErrorsOfTheLibrary() {
        ReactiveOrm closed = ReactiveOrm.connect(database.url());
        closed.close().block();
        assertThat(catchThrowable(closed.find(Product_.PRODUCT).count()::block))
                .isInstanceOf(ConnectionLostException.class);
        for (String wrong : List.of("nope", database.url() + "?maxSize=x", database.url() + "?maxSize=0")) {
            assertThat(catchThrowable(() -> ReactiveOrm.connect(wrong))).isInstanceOf(InvalidQueryException.class);
        }
    }
}

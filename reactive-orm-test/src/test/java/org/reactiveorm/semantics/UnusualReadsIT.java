package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Meeting_.MEETING;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Pair;
import org.reactiveorm.query.TextExpression;
import org.reactiveorm.query.TimeExpression;
import org.reactiveorm.query.TimeUnit;
import org.reactiveorm.read.Slice;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Where clauses that are right by themselves meet each other, the caller's SQL, or tables with unlucky names. */
class UnusualReadsIT {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
        Instant at = Instant.parse("2024-03-02T00:30:00Z");
        for (int i = 0; i < 3; i++) {
            database.orm()
                    .insert(NewMeeting.id(new UUID(0, i))
                            .at(at)
                            .rounded(at)
                            .spelled(at)
                            .utc(at)
                            .share(0.1)
                            .code("a"))
                    .one()
                    .block();
        }
    }

    private static <T> List<T> list(Flux<T> flux) {
        return flux.collectList().block();
    }

    @Test
    void aDayIsThatOfTheZoneHoweverTheMomentIsStored() {
        for (TimeExpression<Meeting, Instant> moment :
                List.of(MEETING.at, MEETING.rounded, MEETING.spelled, MEETING.utc)) {
            assertThat(database.orm()
                            .find(MEETING)
                            .select(moment.toDate(LOS_ANGELES))
                            .first()
                            .block())
                    .as("%s", moment)
                    .isEqualTo(LocalDate.of(2024, 3, 1));
            assertThat(database.orm()
                            .find(MEETING)
                            .select(moment.truncatedTo(TimeUnit.DAY, LOS_ANGELES))
                            .first()
                            .block())
                    .as("%s", moment)
                    .isEqualTo(Instant.parse("2024-03-01T08:00:00Z"));
        }
    }

    @Test
    void sqlOfTheCallerMayHaveTablesOfItsOwn() {
        for (String alias : List.of("t0", "t1", "p")) {
            assertThat(database.orm()
                            .find(CATEGORY)
                            .where(Condition.sql(
                                    "exists (select 1 from products %1$s where %1$s.category_id = ? and %1$s.stock > 6)"
                                            .formatted(alias),
                                    CATEGORY.id))
                            .count()
                            .block())
                    .as(alias)
                    .isEqualTo(1);
        }
        assertThat(database.orm()
                        .find(CATEGORY)
                        .where(Condition.sql("true -- all"))
                        .count()
                        .block())
                .isEqualTo(4);
        assertThat(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.text("id").eq("1"))
                        .count()
                        .block())
                .isEqualTo(1);
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .orderBy(
                                PRODUCT.text("'all'").asc(),
                                PRODUCT.value(Integer.class, "2").asc(),
                                PRODUCT.id.asc())
                        .select(PRODUCT.id)
                        .all()))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aCursorBelongsToTheValuesThatRowsAreOrderedBy() {
        List<Order<Product>> orders = List.of(
                PRODUCT.stock.orElse(0).asc(),
                PRODUCT.stock.orElse(100).asc(),
                PRODUCT.details.path("grams").asNumber().asc(),
                PRODUCT.details.path("other").asNumber().asc(),
                PRODUCT.lines.count(Condition.never()).asc());
        for (Order<Product> order : orders) {
            String cursor =
                    database.orm().find(PRODUCT).orderBy(order).slice(2).block().next();
            for (Order<Product> other : orders) {
                StepVerifier.Step<Slice<Product>> step = StepVerifier.create(
                        database.orm().find(PRODUCT).orderBy(other).after(cursor, 2));
                if (order.equals(other)) {
                    step.expectNextCount(1).verifyComplete();
                } else {
                    step.verifyError(InvalidQueryException.class);
                }
            }
        }
    }

    @Test
    void anEmptySliceLeadsBack() {
        FindSpec<Product, Long> find = database.orm().find(PRODUCT).orderBy(PRODUCT.stock.asc());
        Slice<Product> all = find.slice(4).block();
        Slice<Product> beyond = find.where().after(all.next(), 5).block();
        assertThat(beyond.items()).hasSize(1);
        Mono<Slice<Product>> back = database.orm()
                .update(PRODUCT)
                .byId(2L)
                .set(PRODUCT.stock.to(0)) // moves the row that came next to the beginning
                .count()
                .then(find.after(all.next(), 5))
                .flatMap(empty -> {
                    assertThat(empty.items()).isEmpty();
                    assertThat(empty.hasNext()).isFalse();
                    return find.before(empty.previous(), 9);
                })
                .doOnNext(slice -> assertThat(slice.items()).hasSize(5));
        StepVerifier.create(database.orm().transaction(back.then(Mono.error(new IllegalStateException("undo")))))
                .verifyErrorMessage("undo");
    }

    @Test
    void lockedRowsHaveSlicesTooAndTablesAnyName() {
        FindSpec<Product, Long> locked =
                database.orm().find(PRODUCT).orderBy(PRODUCT.stock.asc()).forUpdate();
        String next = locked.slice(2).block().next();
        assertThat(locked.after(next, 5).block().items()).hasSize(3);
        FindSpec<Meeting, UUID> meetings = database.orm()
                .find(MEETING)
                .orderBy(MEETING.text("nullif(?, '')", MEETING.code).asc());
        assertThat(meetings.after(meetings.slice(1).block().next(), 5).block().items())
                .hasSize(2);
    }

    @Test
    void distinctRowsAreGroupedCountedAndLookedForAsTheyAreRead() {
        assertThat(database.orm()
                        .find(PRODUCT)
                        .distinct()
                        .orderBy(PRODUCT.stock.asc())
                        .take(2)
                        .aggregate(PRODUCT.stock.sum())
                        .block())
                .isEqualTo(5);
        assertThat(database.orm()
                        .find(MEETING)
                        .distinct()
                        .skip(1)
                        .select(MEETING.share)
                        .exists()
                        .block())
                .isFalse();
        assertThat(database.orm()
                        .find(PRODUCT)
                        .groupBy(PRODUCT.price)
                        .take(0)
                        .select(PRODUCT.count())
                        .exists()
                        .block())
                .isFalse();
        assertThat(database.orm()
                        .find(CATEGORY)
                        .distinct()
                        .include(CATEGORY.products)
                        .inOneStatement()
                        .count()
                        .block())
                .isEqualTo(4);
        assertThat(list(database.orm()
                        .find(CATEGORY)
                        .distinct()
                        .orderBy(CATEGORY.id.asc())
                        .include(CATEGORY.products)
                        .inOneStatement()
                        .all()
                        .map(category -> category.products().size())))
                .containsExactly(1, 2, 2, 0);
    }

    @Test
    void groupsHaveTypedSql() {
        assertThat(database.orm()
                        .find(PRODUCT)
                        .aggregate(Grouped.number("percentile_cont(0.5) within group (order by ?)", PRODUCT.stock))
                        .block())
                .isEqualByComparingTo("5");
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .groupBy(PRODUCT.categoryId)
                        .having(Grouped.<Product, Boolean>value(Boolean.class, "bool_and(? is not null)", PRODUCT.stock)
                                .eq(true))
                        .orderBy(Grouped.<Product>text("min(?)", PRODUCT.name).asc())
                        .select(Grouped.text("min(?)", PRODUCT.name))
                        .all()))
                .containsExactly("Hand_saw", "drill");
        assertThat(database.orm()
                        .find(PRODUCT)
                        .byId(1L)
                        .select(PRODUCT.name)
                        .as(NameOnly.class)
                        .one()
                        .block())
                .isEqualTo(new NameOnly("claw"));
    }

    @Test
    void aSnapshotHasAllRowsAndNoLocks() {
        assertThat(list(database.orm().find(PRODUCT).snapshot().all())).hasSize(5);
        assertThatThrownBy(() -> database.orm().find(PRODUCT).forUpdate().snapshot())
                .isInstanceOf(InvalidQueryException.class);
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatThereIsNotIsRefusedWithAMessage() {
        int calls = 0;
        TextExpression<Product> none =
                Stream.<TextExpression<Product>>of().findAny().orElse(null);
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> PRODUCT.value(Boolean.class, "true").max(),
                () -> PRODUCT.labels.collected(),
                () -> PRODUCT.name.collected(null),
                () -> PRODUCT.name.joined(",", null),
                () -> Pair.of(PRODUCT.name, none),
                () -> PRODUCT.category.get((TextExpression<Category>) null),
                () -> CATEGORY.products.aggregate(PRODUCT.name.key()),
                () -> PRODUCT.details.hasAnyKey(null),
                () -> MEETING.at.truncatedTo(null),
                () -> MEETING.at.toDate(null),
                () -> database.orm().find(PRODUCT).select(List.of(), row -> 1),
                () -> database.orm().find(PRODUCT).select(none).all(),
                () -> database.orm().find(PRODUCT).select().as(row -> 1))) {
            assertThatThrownBy(call, "call %d", calls++).isInstanceOf(InvalidQueryException.class);
        }
    }
}

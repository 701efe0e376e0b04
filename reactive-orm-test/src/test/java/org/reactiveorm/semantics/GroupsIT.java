package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.TimeUnit;
import org.reactiveorm.read.Page;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class GroupsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    record CategoryTotal(
            String category,
            long products,
            @Nullable Long stock,
            @Nullable BigDecimal mean) {}

    record Extent(
            @Nullable Long sum,
            @Nullable Integer least,
            @Nullable Integer most) {}

    private static <T> List<T> list(Flux<T> all) {
        return all.collectList().block();
    }

    @Test
    void groupsByAPathWithSumsAndMeans() {
        var category = PRODUCT.category.get(CATEGORY.name);
        database.statements().clear();
        List<CategoryTotal> totals = list(database.orm()
                .find(PRODUCT)
                .groupBy(category)
                .orderBy(category.key().asc())
                .select(category.key(), PRODUCT.count(), PRODUCT.stock.sum(), PRODUCT.stock.avg())
                .as(CategoryTotal::new)
                .all());
        assertThat(totals).extracting(CategoryTotal::category).containsExactly("hammers", "saws", "tools");
        assertThat(totals).extracting(CategoryTotal::products).containsExactly(2L, 2L, 1L);
        assertThat(totals).extracting(CategoryTotal::stock).containsExactly(5L, 5L, 7L);
        assertThat(totals)
                .extracting(CategoryTotal::mean)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal(5), new BigDecimal("2.5"), new BigDecimal(7));
        assertThat(database.statements().count()).isEqualTo(1);
    }

    @Test
    void havingFiltersGroupsWithThreeValuedLogic() {
        var byStatus = database.orm()
                .find(PRODUCT)
                .groupBy(PRODUCT.status)
                .orderBy(PRODUCT.status.key().asc());
        assertThat(list(byStatus.having(PRODUCT.count().gt(1L))
                        .select(PRODUCT.status.key())
                        .all()))
                .containsExactly(Status.DRAFT);
        assertThat(list(byStatus.having(
                                PRODUCT.status.key().ne(Status.DRAFT),
                                PRODUCT.stock.max().gte(0))
                        .select(PRODUCT.status.key())
                        .all()))
                .containsExactly(Status.ACTIVE, Status.RETIRED);
        assertThat(list(byStatus.having(PRODUCT.weight.sum().gt(0.1))
                        .select(PRODUCT.status.key())
                        .all()))
                .containsExactly(Status.ACTIVE);
        assertThat(list(byStatus.having(PRODUCT.weight.sum().gt(0.1).not())
                        .select(PRODUCT.status.key())
                        .all()))
                .isEmpty();
    }

    @Test
    void nullIsAGroupOfItsOwn() {
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .groupBy(PRODUCT.shopCode)
                        .orderBy(PRODUCT.shopCode.key().asc().nullsFirst())
                        .select(PRODUCT.shopCode.key(), PRODUCT.count())
                        .as((code, count) -> code + "=" + count)
                        .all()))
                .containsExactly("null=2", "N=2", "S=1");
    }

    @Test
    void noRowsAreOneGroupWithoutKeysAndNoneWithKeys() {
        var none = database.orm().find(PRODUCT).where(PRODUCT.id.gt(1000L));
        assertThat(none.groupBy()
                        .select(PRODUCT.stock.sum(), PRODUCT.stock.min(), PRODUCT.stock.max())
                        .as(Extent::new)
                        .one()
                        .block())
                .isEqualTo(new Extent(null, null, null));
        assertThat(none.aggregate(PRODUCT.count()).block()).isZero();
        assertThat(none.aggregate(PRODUCT.stock.avg()).blockOptional()).isEmpty();
        assertThat(list(none.groupBy(PRODUCT.status).select(PRODUCT.count()).all()))
                .isEmpty();
        assertThat(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.id.in(List.of()))
                        .aggregate(PRODUCT.count())
                        .block())
                .isZero();
    }

    @Test
    void everyAggregate() {
        var all = database.orm().find(PRODUCT);
        assertThat(all.aggregate(PRODUCT.stock.count()).block()).isEqualTo(4);
        assertThat(all.aggregate(PRODUCT.stock.countDistinct()).block()).isEqualTo(3);
        assertThat(all.aggregate(PRODUCT.count(PRODUCT.fragile.isTrue())).block())
                .isEqualTo(2);
        assertThat(all.aggregate(PRODUCT.price.sum()).block()).isEqualTo("109.99");
        assertThat(all.aggregate(PRODUCT.sold.sum()).block()).isEqualTo(new BigDecimal(58));
        assertThat(all.aggregate(PRODUCT.weight.avg()).block()).isEqualTo(0.5);
        assertThat(all.aggregate(PRODUCT.name.min()).block()).isEqualTo("Hand_saw");
        assertThat(all.aggregate(PRODUCT.grade.max()).block()).isEqualTo(Grade.BEST);
        assertThat(all.aggregate(PRODUCT.since.min()).block()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(all.aggregate(PRODUCT.name.joined("|", PRODUCT.id.desc())).block())
                .isEqualTo("drill|chain\\saw|Hand_saw|sledge|claw");
        assertThat(all.aggregate(PRODUCT.stock.collected(PRODUCT.id.asc())).block())
                .containsExactly(5, 0, 5, 7);
        assertThat(all.aggregate(PRODUCT.grade.collected(PRODUCT.grade.asc())).block())
                .containsExactly(Grade.POOR, Grade.GOOD, Grade.BEST);
        assertThat(all.aggregate(PRODUCT.name.when(PRODUCT.fragile.isTrue()).joined(",", PRODUCT.id.asc()))
                        .block())
                .isEqualTo("Hand_saw,chain\\saw");
        assertThat(all.aggregate(PRODUCT.stock.toDecimal().times(PRODUCT.price).sum())
                        .block())
                .isEqualByComparingTo("549.95");
        assertThat(all.aggregate(PRODUCT.stock.sum().plus(PRODUCT.count())).block())
                .isEqualTo(22);
    }

    @Test
    void sumsOfWholeNumbersDoNotOverflow() {
        assertThat(database.orm()
                        .find(PRODUCT)
                        .aggregate(PRODUCT.stock.plus(2_000_000_000).sum())
                        .block())
                .isEqualTo(8_000_000_017L);
        assertThat(database.orm()
                        .find(PRODUCT)
                        .aggregate(PRODUCT.sold.plus(Long.MAX_VALUE - 50).sum())
                        .block())
                .isEqualTo(new BigDecimal(Long.MAX_VALUE - 50)
                        .multiply(new BigDecimal(4))
                        .add(new BigDecimal(58)));
    }

    @Test
    void datesAreGroupedInATimeZone() {
        database.orm()
                .sql("update lines set remark = 'x' where false")
                .execute()
                .block();
        var day = PURCHASE.createdAt.truncatedTo(TimeUnit.DAY, ZoneId.of("Asia/Tokyo"));
        database.orm()
                .transaction(database.orm()
                        .sql(
                                "update purchases set created_at = timestamptz '2024-03-01T14:30Z' + make_interval(hours => id)")
                        .execute()
                        .thenMany(database.orm()
                                .find(PURCHASE)
                                .groupBy(day)
                                .orderBy(day.key().asc())
                                .select(day.key(), PURCHASE.count())
                                .as((start, count) -> start + " " + count)
                                .all())
                        .collectList()
                        .doOnNext(
                                days -> assertThat(days).containsExactly(Instant.parse("2024-03-01T15:00:00Z") + " 3"))
                        .then())
                .block();
    }

    @Test
    void groupsHavePagesAndACount() {
        var byStock = database.orm()
                .find(PRODUCT)
                .groupBy(PRODUCT.stock)
                .orderBy(PRODUCT.stock.key().asc());
        var stocks = byStock.select(PRODUCT.stock.key()).as(Optional::ofNullable);
        assertThat(stocks.count().block()).isEqualTo(4);
        assertThat(stocks.exists().block()).isTrue();
        assertThat(stocks.page(1, 3).block()).isEqualTo(new Page<>(List.of(Optional.empty()), 1, 3, 4));
        assertThat(byStock.skip(1).take(1).select(PRODUCT.stock.key()).one().block())
                .isEqualTo(5);
        StepVerifier.create(stocks.one())
                .verifyErrorSatisfies(
                        error -> assertThat(error).hasMessageStartingWith("More than one group of Product matches"));
        assertThatThrownBy(() -> stocks.slice(3))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Use page(…)");
    }

    @Test
    void aKeyThatIsNoneIsNamed() {
        StepVerifier.create(database.orm()
                        .find(PRODUCT)
                        .groupBy(PRODUCT.status)
                        .select(PRODUCT.name.key())
                        .all())
                .verifyErrorMessage(
                        "Product.name is no key of the group, whose keys are [Product.status]. Add it to groupBy(…), or use an aggregate of it.");
    }

    @Test
    void onlyTheRowsOfTheWindowAreGrouped() {
        assertThat(database.orm()
                        .find(PRODUCT)
                        .orderBy(PRODUCT.id.asc())
                        .take(3)
                        .aggregate(PRODUCT.stock.sum())
                        .block())
                .isEqualTo(5);
        assertThat(database.orm()
                        .find(PRODUCT)
                        .distinctOn(PRODUCT.categoryId)
                        .orderBy(PRODUCT.id.asc())
                        .aggregate(PRODUCT.name.joined(",", PRODUCT.id.asc()))
                        .block())
                .isEqualTo("claw,Hand_saw,drill");
    }

    @Test
    void relatedRowsAreAggregatedInConditionsAndOrders() {
        assertThat(list(database.orm()
                        .find(CATEGORY)
                        .where(CATEGORY.products.aggregate(PRODUCT.stock.sum()).gte(5L))
                        .orderBy(
                                CATEGORY.products.aggregate(PRODUCT.price.max()).desc(), CATEGORY.id.asc())
                        .select(CATEGORY.name)
                        .all()))
                .containsExactly("saws", "hammers", "tools");
        assertThat(list(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.lines
                                .aggregate(LINE.quantity.sum(), LINE.remark.isNotNull())
                                .isNotNull())
                        .orderBy(PRODUCT.id.asc())
                        .select(PRODUCT.id)
                        .all()))
                .isNotEmpty();
        assertThat(list(database.orm()
                        .find(CATEGORY)
                        .where(CATEGORY.products.count(PRODUCT.fragile.isTrue()).gte(2L))
                        .select(CATEGORY.name)
                        .all()))
                .containsExactly("saws");
    }
}

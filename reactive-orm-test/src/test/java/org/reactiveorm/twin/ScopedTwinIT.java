package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Licence_.LICENCE;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrmBuilder;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Expression;
import org.reactiveorm.semantics.Fetch;
import reactor.core.publisher.Mono;

/** Half of the rows are hidden by scopes: everything is as if they were not there, found in memory by joining those that are. */
class ScopedTwinIT {

    private static final long SEED = 20_240_801;
    private static final int CASES = 100;

    @RegisterExtension
    static final ShopDatabase shop = new ShopDatabase(SEED, ScopedTwinIT::hidingHalf);

    private static ReactiveOrmBuilder hidingHalf(ReactiveOrmBuilder builder) {
        hidingHalf(builder, CATEGORY, CATEGORY.id);
        hidingHalf(builder, PRODUCT, PRODUCT.id);
        hidingHalf(builder, SHOP, SHOP.code);
        hidingHalf(builder, LICENCE, LICENCE.number);
        hidingHalf(builder, LINE, LINE.id.productId);
        hidingHalf(builder, PURCHASE, PURCHASE.id);
        hidingHalf(builder, DELIVERY, DELIVERY.id);
        return hidingHalf(builder, MARK, MARK.name);
    }

    private static <E> ReactiveOrmBuilder hidingHalf(
            ReactiveOrmBuilder builder, EntityRef<E, ?> entity, Expression<E, ?> key) {
        return builder.scope(
                entity, "half", context -> Condition.sql("hashtext(?::text || 'salt') % 2 = 0 or 1 = ?", key, 0));
    }

    @Test
    void someRowsAreSeenAndSomeAreNot() {
        RandomIncludesIT.entities(shop).forEach(ScopedTwinIT::assertPart);
    }

    private static <E> void assertPart(Vocabulary<E> of) {
        String table = of.rows().entity().model().table().name();
        assertThat(of.rows().inMemory())
                .as(table)
                .isNotEmpty()
                .hasSizeLessThan(shop.orm()
                        .sql("select count(*)::int from " + table)
                        .as(Integer.class)
                        .one()
                        .block());
    }

    @Test
    void conditionsHoldForTheSameRows() {
        RandomIncludesIT.entities(shop).forEach(RandomConditionsIT::assertAgreement);
    }

    @Test
    void valuesAreComputedOfTheSameRows() {
        Rows.assertAgreement(RandomIncludesIT.entities(shop)
                .flatMap(entity -> LongStream.range(SEED, SEED + CASES)
                        .<Supplier<Mono<Void>>>mapToObj(seed -> () -> RandomConditionsIT.computed(entity, seed))));
    }

    @ParameterizedTest
    @EnumSource
    void includesLoadTheSameRows(Fetch fetch) {
        RandomIncludesIT.entities(shop).forEach(entity -> RandomIncludesIT.assertLoaded(shop, entity, fetch));
    }

    @Test
    void groupsAreOfTheSameRows() {
        RandomGroupsIT.assertTotals(shop);
    }
}

package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

class ProjectionIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    @Test
    void onlyTheColumnsOfTheShapeAreRead() {
        List<ProductCard> cards = database.orm()
                .find(PRODUCT)
                .where(PRODUCT.id.lte(2L))
                .orderBy(PRODUCT.id.asc())
                .as(ProductCard.class)
                .all()
                .collectList()
                .block();
        assertThat(cards)
                .containsExactly(
                        new ProductCard(
                                "claw",
                                1,
                                new BigDecimal("10.00"),
                                5,
                                Grade.GOOD,
                                Status.ACTIVE,
                                List.of("a", "b"),
                                new Details("red", 5, List.of("x"))),
                        new ProductCard("sledge", 2, new BigDecimal("0.00"), null, null, Status.DRAFT, null, null));
        assertThat(database.statements())
                .hasCount(1)
                .doesNotContainSql("category_id")
                .doesNotContainSql("weight");
    }

    @Test
    void aShapeHasNoPlaceForIncludedRelations() {
        assertThat(catchThrowable(
                        () -> database.orm().find(PRODUCT).include(PRODUCT.shop).as(ProductCard.class)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage(
                        "ProductCard has no relations to load, but the query includes some. Leave out include(…), or read whole entities.");
    }

    @Test
    void filtersOrderAndWindowNeedNotBeInTheShape() {
        assertThat(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.shop.is(SHOP.code.eq("N")))
                        .orderBy(PRODUCT.sold.asc())
                        .skip(1)
                        .take(1)
                        .as(ProductCard.class)
                        .all()
                        .map(ProductCard::name)
                        .collectList()
                        .block())
                .containsExactly("claw");
    }

    @Test
    void terminals() {
        var cards = database.orm().find(PRODUCT).orderBy(PRODUCT.id.asc());
        assertThat(cards.as(ProductCard.class).first().block().id()).isEqualTo(1);
        assertThat(cards.as(ProductCard.class).count().block()).isEqualTo(5);
        assertThat(cards.byId(3L).as(ProductCard.class).one().block().name()).isEqualTo("Hand_saw");
        assertThat(cards.byId(9L).as(ProductCard.class).one().blockOptional()).isEmpty();
        StepVerifier.create(cards.as(ProductCard.class).one()).verifyError(NotUniqueException.class);
        StepVerifier.create(cards.byId(9L).as(ProductCard.class).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("There is no Product with id 9."));
    }

    @Test
    void aShapeOfAnotherEntityAndAPlainClassAreRefused() {
        assertThat(catchThrowable(() -> database.orm().find(SHOP).as(ProductCard.class)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("ProductCard is no shape of Shop");
        assertThat(catchThrowable(() -> database.orm().find(PRODUCT).as(String.class)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("@Shape");
    }
}

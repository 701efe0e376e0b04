package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindResults;
import org.reactiveorm.ShapeSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.read.Slice;
import org.reactiveorm.semantics.StockShapes.Computed;
import org.reactiveorm.semantics.StockShapes.LineInfo;
import org.reactiveorm.semantics.StockShapes.Offer;
import org.reactiveorm.semantics.StockShapes.Offers;
import org.reactiveorm.semantics.StockShapes.ShopPage;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** How shapes are asked for: with parameters, by every terminal, and from the caller's SQL. */
class ShapeQueriesIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    private static ShapeSpec<Shop, ShopPage> shops() {
        return database.orm().find(SHOP).orderBy(SHOP.code.asc()).as(ShopPage.class);
    }

    private static ShapeSpec<Category, Offers> offers() {
        return database.orm()
                .find(CATEGORY)
                .where(CATEGORY.parentId.isNotNull())
                .orderBy(CATEGORY.id.asc())
                .as(Offers.class);
    }

    private static ShapeSpec<Category, Offers> complete() {
        return offers().bind("least", 10)
                .bind("status", Status.ACTIVE)
                .bind("quantity", 2)
                .bind("suffix", "…");
    }

    @Test
    void parametersAreGivenForTheShapeAndTheShapesInIt() {
        assertThat(complete().all().collectList().block())
                .containsExactly(
                        new Offers("hammers", List.of(new Offer("claw", List.of(new LineInfo(2, "ann")), "claw…"))),
                        new Offers(
                                "saws",
                                List.of(
                                        new Offer("Hand_saw", List.of(), "Hand_saw…"),
                                        new Offer("chain\\saw", List.of(), "chain\\saw…"))));
        assertThat(database.statements()).hasCount(3);
    }

    @Test
    void aParameterThatIsMissingUnknownOrDoesNotFitIsRefusedBeforeAnySql() {
        assertThat(refused(offers().bind("least", 10)))
                .hasMessageContaining("Offers has the parameters [least, quantity, status, suffix]")
                .hasMessageContaining("bound for [least]");
        assertThat(refused(complete().bind("typo", 1))).hasMessageContaining("typo");
        assertThat(refused(complete().bind("quantity", "two"))).hasMessageContaining("Line.quantity");
        assertThat(refused(complete().bind("status", "NONE"))).hasMessageContaining("Product.status");
        assertThat(refused(complete().bind("suffix", new Object()))).isInstanceOf(InvalidQueryException.class);
        assertThat(refused(shops().bind("any", 1))).hasMessageContaining("any");
        assertThat(catchThrowable(() -> complete().bind("suffix", nothing())))
                .isInstanceOf(InvalidQueryException.class);
        assertThat(database.statements()).isEmpty();
    }

    private static @Nullable Throwable refused(FindResults<?> shapes) {
        Throwable refusal = catchThrowable(() -> shapes.all().blockLast());
        assertThat(refusal).isInstanceOf(InvalidQueryException.class);
        return refusal;
    }

    @SuppressWarnings("NullAway") // what callers do who are not checked
    private static Object nothing() {
        return null;
    }

    @Test
    void everyTerminalReadsShapes() {
        assertThat(shops().first().block().code()).isEqualTo("E");
        assertThat(shops().count().block()).isEqualTo(3);
        assertThat(shops().exists().block()).isTrue();
        assertThat(database.orm().find(SHOP).byId("N").as(ShopPage.class).one().block())
                .isEqualTo(ShopPage.NORTH);
        StepVerifier.create(
                        database.orm().find(SHOP).byId("?").as(ShopPage.class).oneOrFail())
                .verifyError(NotFoundException.class);
        assertThat(shops().page(1, 1).block().items()).containsExactly(ShopPage.NORTH);
        assertThat(shops().page(1, 1).block().total()).isEqualTo(3);

        Slice<ShopPage> slice = shops().after(null, 1).block();
        assertThat(slice.items()).extracting(ShopPage::code).containsExactly("E");
        Slice<ShopPage> next = shops().after(slice.next(), 1).block();
        assertThat(next.items()).containsExactly(ShopPage.NORTH);
        assertThat(shops().before(next.previous(), 1).block().items())
                .extracting(ShopPage::code)
                .containsExactly("E");

        assertThat(shops().stream(2).collectList().block())
                .extracting(ShopPage::code)
                .containsExactly("E", "N", "S");
        assertThat(shops().stream(1).collectList().block().get(1)).isEqualTo(ShopPage.NORTH);
        assertThat(database.orm().transaction(shops().all()).collectList().block())
                .hasSize(3);
    }

    @Test
    void aShapeWithoutRelatedRowsIsReadFromSqlAndSelectionsToo() {
        assertThat(database.orm()
                        .sql("select 7 as id, 'seven' as title, 14 as doubled, array['x'] as labels")
                        .as(Computed.class)
                        .one()
                        .block())
                .isEqualTo(new Computed(7, "seven", 14, List.of("x")));
        assertThat(catchThrowable(() -> database.orm()
                        .sql("select 'N' as code")
                        .as(ShopPage.class)
                        .one()
                        .block()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("ShopPage has related rows");
    }
}

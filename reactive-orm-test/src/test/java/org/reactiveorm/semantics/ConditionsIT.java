package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;

class ConditionsIT {

    private static final String CLAW = "claw";
    private static final String SLEDGE = "sledge";
    private static final String HAND_SAW = "Hand_saw";
    private static final String CHAIN_SAW = "chain\\saw";
    private static final String DRILL = "drill";

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    @BeforeAll
    static void fill() {
        Stock.fill(database.orm());
    }

    private static ListAssert<String> assertThatMatching(Condition<Product> condition) {
        return assertThat(Stock.names(database.orm(), condition));
    }

    @Test
    void severalConditionsAndRepeatedCallsAreAnd() {
        assertThat(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.stock.eq(5), PRODUCT.fragile.isTrue())
                        .where(PRODUCT.grade.eq(Grade.POOR))
                        .all()
                        .map(Product::name)
                        .collectList()
                        .block())
                .containsExactly(CHAIN_SAW);
        assertThat(database.orm().find(PRODUCT).where().count().block()).isEqualTo(5);
    }

    @Test
    void junctionsOfNothing() {
        assertThatMatching(Condition.all(List.of())).hasSize(5);
        assertThatMatching(Condition.any(List.of())).isEmpty();
        assertThatMatching(Condition.none(List.of())).hasSize(5);
        assertThatMatching(Condition.<Product>never().not()).hasSize(5);
        assertThatMatching(Condition.<Product>always().not()).isEmpty();
    }

    @Test
    void andBindsStrongerThanOrOnlyWhereItWasBuiltSo() {
        Condition<Product> orThenAnd =
                PRODUCT.name.eq(CLAW).or(PRODUCT.name.eq(DRILL)).and(PRODUCT.stock.eq(7));
        Condition<Product> andInOr =
                PRODUCT.name.eq(CLAW).or(PRODUCT.name.eq(DRILL).and(PRODUCT.stock.eq(7)));
        assertThatMatching(orThenAnd).containsExactly(DRILL);
        assertThatMatching(andInOr).containsExactly(CLAW, DRILL);
        assertThatMatching(orThenAnd.not()).containsExactly(CLAW, SLEDGE, HAND_SAW, CHAIN_SAW);
    }

    @Test
    void notEqualAndNotInDoNotMatchNull() {
        assertThatMatching(PRODUCT.stock.ne(5)).containsExactly(HAND_SAW, DRILL);
        assertThatMatching(PRODUCT.stock.notIn(5, 7)).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.stock.isDistinctFrom(5)).containsExactly(SLEDGE, HAND_SAW, DRILL);
        assertThatMatching(PRODUCT.stock.isDistinctFrom(5).not()).containsExactly(CLAW, CHAIN_SAW);
    }

    @Test
    void notIsThreeValued() {
        assertThatMatching(PRODUCT.stock.eq(5).not()).containsExactly(HAND_SAW, DRILL);
        assertThatMatching(PRODUCT.stock.in(5).not()).containsExactly(HAND_SAW, DRILL);
        assertThatMatching(PRODUCT.stock.notIn(5).not()).containsExactly(CLAW, CHAIN_SAW);
        assertThatMatching(PRODUCT.note.contains("iron").not()).containsExactly(HAND_SAW, CHAIN_SAW);
        // unknown and false is false, unknown or true is true
        assertThatMatching(PRODUCT.stock.eq(5).and(PRODUCT.name.eq("x")).not()).hasSize(5);
        assertThatMatching(PRODUCT.stock.eq(5).or(PRODUCT.name.eq(SLEDGE))).containsExactly(CLAW, SLEDGE, CHAIN_SAW);
        assertThatMatching(Condition.none(List.of(PRODUCT.stock.eq(5), PRODUCT.name.eq(DRILL))))
                .containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.stock.eq(5).not().not()).containsExactly(CLAW, CHAIN_SAW);
    }

    @Test
    void inNothingSendsNothingAndNotInNothingIsTrue() {
        database.statements().clear();
        assertThatMatching(PRODUCT.stock.in(List.of())).isEmpty();
        assertThat(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.stock.in(List.of()))
                        .count()
                        .block())
                .isZero();
        assertThat(database.orm()
                        .find(PRODUCT)
                        .where(PRODUCT.stock.in(List.of()))
                        .exists()
                        .block())
                .isFalse();
        assertThat(database.statements()).isEmpty();
        assertThatMatching(PRODUCT.stock.notIn(List.of())).hasSize(5);
        assertThatMatching(PRODUCT.stock.in(List.of()).or(PRODUCT.name.eq(CLAW)))
                .containsExactly(CLAW);
        assertThatMatching(PRODUCT.stock.in(List.of()).not()).hasSize(5);
    }

    @Test
    void inWithDuplicatesMatchesOnce() {
        assertThatMatching(PRODUCT.stock.in(5, 5, 7)).containsExactly(CLAW, CHAIN_SAW, DRILL);
        assertThatMatching(PRODUCT.grade.in(Grade.POOR, Grade.BEST)).containsExactly(HAND_SAW, CHAIN_SAW);
        assertThatMatching(PRODUCT.status.in(List.of(Status.RETIRED, Status.ACTIVE)))
                .containsExactly(CLAW, HAND_SAW);
        assertThatMatching(PRODUCT.status.notIn(Status.DRAFT)).containsExactly(CLAW, HAND_SAW);
    }

    @Test
    void aNullOperandIsRefusedWhenTheConditionIsBuilt() {
        Integer none = null;
        String noText = null;
        List<Runnable> mistakes = List.of(
                () -> PRODUCT.stock.eq(none),
                () -> PRODUCT.stock.ne(none),
                () -> PRODUCT.stock.gt(none),
                () -> PRODUCT.stock.lte(none),
                () -> PRODUCT.stock.between(1, none),
                () -> PRODUCT.stock.isDistinctFrom(none),
                () -> PRODUCT.stock.in(Arrays.asList(1, null)),
                () -> PRODUCT.stock.notIn(Arrays.asList(1, null)),
                () -> PRODUCT.note.contains(noText),
                () -> PRODUCT.note.like(noText),
                () -> PRODUCT.labels.has(noText),
                () -> PRODUCT.labels.hasAny(Arrays.asList("a", null)));
        for (Runnable mistake : mistakes) {
            assertThat(catchThrowable(mistake::run))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("isNull()")
                    .hasMessageContaining("Product.");
        }
    }

    @Test
    void textOperandsAreLiteral() {
        assertThatMatching(PRODUCT.note.contains("")).containsExactly(CLAW, HAND_SAW, CHAIN_SAW, DRILL);
        assertThatMatching(PRODUCT.note.startsWith("")).hasSize(4);
        assertThatMatching(PRODUCT.note.endsWithIgnoreCase("")).hasSize(4);
        assertThatMatching(PRODUCT.note.contains("%")).containsExactly(CLAW);
        assertThatMatching(PRODUCT.note.startsWith("100%")).containsExactly(CLAW);
        assertThatMatching(PRODUCT.name.contains("_")).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.name.contains("\\")).containsExactly(CHAIN_SAW);
        assertThatMatching(PRODUCT.name.endsWith("\\saw")).containsExactly(CHAIN_SAW);
        assertThatMatching(PRODUCT.name.startsWith("hand_")).isEmpty();
        assertThatMatching(PRODUCT.name.startsWithIgnoreCase("hand_")).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.name.containsIgnoreCase("D_S")).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.name.eqIgnoreCase("HAND_SAW")).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.name.eqIgnoreCase("HAND%SAW")).isEmpty();
        assertThatMatching(PRODUCT.note.eq("")).containsExactly(HAND_SAW);
    }

    @Test
    void likeTakesPatternsAsTheyAre() {
        assertThatMatching(PRODUCT.name.like("%saw")).containsExactly(HAND_SAW, CHAIN_SAW);
        assertThatMatching(PRODUCT.name.like("cl_w")).containsExactly(CLAW);
        assertThatMatching(PRODUCT.name.like("%\\_%")).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.name.ilike("HAND%")).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.name.like("HAND%")).isEmpty();
    }

    @Test
    void comparisonsOfValuesAndOfColumns() {
        assertThatMatching(PRODUCT.stock.between(5, 7)).containsExactly(CLAW, CHAIN_SAW, DRILL);
        assertThatMatching(PRODUCT.stock.between(7, 5)).isEmpty();
        assertThatMatching(PRODUCT.stock.gt(5)).containsExactly(DRILL);
        assertThatMatching(PRODUCT.stock.lt(5)).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.sold.gte(PRODUCT.id)).containsExactly(CLAW, CHAIN_SAW);
        assertThatMatching(PRODUCT.sold.lt(PRODUCT.id)).containsExactly(HAND_SAW, DRILL);
        assertThatMatching(PRODUCT.name.ne(PRODUCT.note)).containsExactly(CLAW, HAND_SAW, CHAIN_SAW, DRILL);
        assertThatMatching(PRODUCT.categoryId.between(PRODUCT.id, PRODUCT.id)).containsExactly(SLEDGE, HAND_SAW);
        assertThatMatching(PRODUCT.price.eq(new BigDecimal("10"))).containsExactly(CLAW);
        assertThatMatching(PRODUCT.grade.gte(Grade.GOOD)).containsExactly(CLAW, HAND_SAW);
        assertThatMatching(PRODUCT.since.lte(LocalDate.of(2020, 2, 29))).containsExactly(CLAW);
        assertThatMatching(PRODUCT.weight.eq(0.5)).containsExactly(CLAW);
        assertThatMatching(PRODUCT.fragile.isFalse()).containsExactly(CLAW);
        assertThatMatching(PRODUCT.fragile.isTrue().not()).containsExactly(CLAW);
        assertThatMatching(PRODUCT.rank.isNull()).hasSize(4);
        assertThatMatching(PRODUCT.rank.isNull().not()).containsExactly(CLAW);
        assertThatMatching(PRODUCT.details.isNotNull()).containsExactly(CLAW);
    }

    @Test
    void arrays() {
        assertThatMatching(PRODUCT.labels.has("a")).containsExactly(CLAW, CHAIN_SAW, DRILL);
        assertThatMatching(PRODUCT.labels.has("a").not()).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.labels.hasAny(List.of())).isEmpty();
        assertThatMatching(PRODUCT.labels.hasAny(List.of("b", "z"))).containsExactly(CLAW, CHAIN_SAW);
        assertThatMatching(PRODUCT.labels.hasAll(List.of())).containsExactly(CLAW, HAND_SAW, CHAIN_SAW, DRILL);
        assertThatMatching(PRODUCT.labels.hasAll(List.of("b", "a"))).containsExactly(CLAW, CHAIN_SAW);
        assertThatMatching(PRODUCT.labels.isEmpty()).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.labels.isNull()).containsExactly(SLEDGE);
        assertThatMatching(PRODUCT.labels.eq(List.of("a", "b"))).containsExactly(CLAW);
        assertThatMatching(PRODUCT.labels.ne(List.of("a", "b"))).containsExactly(HAND_SAW, CHAIN_SAW, DRILL);
        assertThatMatching(PRODUCT.labels.eq(List.of())).containsExactly(HAND_SAW);
        assertThatMatching(PRODUCT.sizes.has(2)).containsExactly(CLAW);
        assertThatMatching(PRODUCT.sizes.isEmpty()).containsExactly(SLEDGE);
        assertThatMatching(PRODUCT.labels.in(List.of(List.of("a"), List.of("b", "a"))))
                .containsExactly(CHAIN_SAW, DRILL);
    }

    @Test
    void jsonIsComparedAsAWhole() {
        assertThatMatching(PRODUCT.details.eq(new Details("red", 5, List.of("x"))))
                .containsExactly(CLAW);
        assertThatMatching(PRODUCT.details.eq(new Details("red", 6, List.of("x"))))
                .isEmpty();
        assertThatMatching(PRODUCT.details.in(new Details("red", 5, List.of("x"))))
                .containsExactly(CLAW);
    }

    @Test
    @SuppressWarnings({"NullAway", "unchecked"})
    void nullInPlaceOfAConditionNeverWidensAQuery() {
        Condition<Product> none = (Condition<Product>) null;
        ReactiveOrm orm = database.orm();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> orm.find(PRODUCT).where(none),
                () -> orm.find(PRODUCT).where(PRODUCT.stock.gt(1), none),
                () -> orm.update(PRODUCT).where(none),
                () -> orm.delete(PRODUCT).where(none),
                () -> orm.delete(PRODUCT).byId(1L).where(none))) {
            assertThat(catchThrowable(call))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageStartingWith("A condition is null.");
        }
    }

    @Test
    void embeddedColumns() {
        assertThat(database.orm()
                        .find(SHOP)
                        .where(SHOP.address.city.isNull(), SHOP.address.street.startsWith("North"))
                        .one()
                        .map(Shop::address)
                        .block())
                .isEqualTo(new Address("North 1", null));
    }

    @Test
    void fragmentsBindValuesAndStayInTheirParentheses() {
        assertThatMatching(Condition.sql("length(?) > ?", PRODUCT.name, 5))
                .containsExactly(SLEDGE, HAND_SAW, CHAIN_SAW);
        assertThatMatching(Condition.<Product>sql("? = ? or true", PRODUCT.name, "x' or 'a' = 'a")
                        .and(PRODUCT.name.eq(CLAW)))
                .containsExactly(CLAW);
        assertThatMatching(Condition.sql("? = any(?)", PRODUCT.name, List.of(CLAW, DRILL)))
                .containsExactly(CLAW, DRILL);
        assertThatMatching(Condition.sql("? = ?", PRODUCT.status, Status.RETIRED))
                .containsExactly(HAND_SAW);
        assertThatMatching(Condition.sql("? = any(?)", PRODUCT.status, List.of(Status.RETIRED, Status.ACTIVE)))
                .containsExactly(CLAW, HAND_SAW);
        assertThatMatching(Condition.sql("? > ?", PRODUCT.grade, Grade.GOOD)).containsExactly(HAND_SAW);
        assertThatMatching(Condition.sql("? = any(?)", PRODUCT.grade, List.of(Grade.BEST)))
                .containsExactly(HAND_SAW);
        assertThatMatching(Condition.sql("replace(?, 'l', '??') = ?", PRODUCT.name, "c?aw"))
                .containsExactly(CLAW);
        assertThat(catchThrowable(() -> Condition.<Product>sql("? = ?", PRODUCT.name)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("2 placeholders");
    }
}

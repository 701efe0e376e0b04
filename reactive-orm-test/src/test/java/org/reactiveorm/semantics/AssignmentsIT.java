package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.NumberExpression;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** Values that are computed from the row, from related rows and from SQL. */
class AssignmentsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
        database.statements().clear();
    }

    private Product changed(long id, Assignment<Product> assignment) {
        return orm.update(PRODUCT).byId(id).set(assignment).oneOrFail().block();
    }

    @Test
    void valuesOfTheRowThatAToOneLeadsTo() {
        assertThat(changed(1, PRODUCT.name.to(PRODUCT.category.get(CATEGORY.name)))
                        .name())
                .isEqualTo("hammers");
        assertThat(changed(1, PRODUCT.note.to(PRODUCT.shop.get(SHOP.motto))).note())
                .isNull();
        assertThat(changed(3, PRODUCT.note.to(PRODUCT.shop.get(SHOP.address.street)))
                        .note())
                .isNull();
        assertThat(changed(
                                4,
                                PRODUCT.name.to(PRODUCT.category
                                        .get(CATEGORY.parent.get(CATEGORY.name))
                                        .upper()))
                        .name())
                .isEqualTo("TOOLS");
        assertThat(database.statements()).hasCount(4).hasNoTransaction();
    }

    @Test
    void aRequiredColumnKeepsItsValueWhereTheRelatedRowIsMissing() {
        StepVerifier.create(orm.update(PRODUCT)
                        .byId(3L)
                        .set(PRODUCT.name.to(PRODUCT.shop.get(SHOP.code)))
                        .one())
                .verifyError(NotNullViolationException.class);
        assertThat(changed(3, PRODUCT.name.to(PRODUCT.shop.get(SHOP.code).orElse("none")))
                        .name())
                .isEqualTo("none");
    }

    @Test
    void valuesComputedFromToManyRelations() {
        assertThat(changed(1, PRODUCT.sold.to(PRODUCT.lines.count())).sold()).isEqualTo(2);
        assertThat(changed(5, PRODUCT.sold.to(PRODUCT.lines.count())).sold()).isZero();
        assertThat(changed(1, PRODUCT.sold.to(PRODUCT.lines.aggregate(LINE.quantity.sum())))
                        .sold())
                .isEqualTo(3);
        assertThat(changed(5, PRODUCT.sold.to(PRODUCT.lines.aggregate(LINE.quantity.sum())))
                        .sold())
                .isNull();
        assertThat(changed(1, PRODUCT.stock.to(PRODUCT.lines.aggregate(LINE.quantity.max(), LINE.remark.isNull())))
                        .stock())
                .isEqualTo(2);
        assertThat(orm.update(LINE)
                        .byId(new LineId(1, 1))
                        .set(LINE.quantity.to(LINE.deliveries.aggregate(DELIVERY.amount.max())))
                        .one()
                        .block()
                        .quantity())
                .isEqualTo(3);
    }

    @Test
    void numbersOfAnotherTypeAreConvertedOrRefused() {
        assertThat(changed(1, PRODUCT.stock.toNumber(PRODUCT.lines.count())).stock())
                .isEqualTo(2);
        assertThat(changed(1, PRODUCT.rank.toNumber(PRODUCT.sold)).rank()).isEqualTo((short) 50);
        assertThat(changed(4, PRODUCT.stock.toNumber(PRODUCT.price)).stock()).isEqualTo(100);
        assertThat(changed(4, PRODUCT.price.toNumber(PRODUCT.sold)).price()).isEqualTo(new BigDecimal("5.00"));
        assertThat(changed(1, PRODUCT.weight.toNumber(PRODUCT.rank)).weight()).isEqualTo(50.0);
        assertThat(changed(2, PRODUCT.stock.toNumber(PRODUCT.sold)).stock()).isNull();
        assertThat(changed(5, PRODUCT.stock.toNumber(PRODUCT.lines.aggregate(LINE.quantity.avg())))
                        .stock())
                .isNull();
        changed(1, PRODUCT.sold.to(1L + Integer.MAX_VALUE));
        StepVerifier.create(orm.update(PRODUCT)
                        .byId(1L)
                        .set(PRODUCT.stock.toNumber(PRODUCT.sold))
                        .one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("integer out of range (22003)"));
        assertThatThrownBy(() -> PRODUCT.stock.toNumber((NumberExpression<Product, ?>) null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Product.stock");
    }

    @Test
    void divisionByZeroIsAnErrorOfAType() {
        for (Assignment<Product> assignment : List.of(
                PRODUCT.stock.to(PRODUCT.stock.dividedBy(PRODUCT.stock.minus(PRODUCT.stock))),
                PRODUCT.price.divide(BigDecimal.ZERO),
                PRODUCT.weight.divide(0.0))) {
            StepVerifier.create(orm.update(PRODUCT).byId(1L).set(assignment).one())
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(InvalidValueException.class)
                            .hasMessage("The database cannot take a value of Product: division by zero (22012)."));
        }
        assertThat(changed(2, PRODUCT.stock.divide(0)).stock()).isNull();
    }

    @Test
    void sqlOfTheCaller() {
        assertThat(changed(1, PRODUCT.name.to(PRODUCT.text("? || '-' || ?", PRODUCT.name, "x")))
                        .name())
                .isEqualTo("claw-x");
        assertThat(changed(
                                1,
                                PRODUCT.sold.to(PRODUCT.value(
                                        Long.class,
                                        "(select count(*) from products p where p.stock = ?)",
                                        PRODUCT.stock)))
                        .sold())
                .isEqualTo(2);
        assertThat(database.statements()).hasCount(2);
    }

    @Test
    void conditionalValues() {
        assertThat(orm.update(PRODUCT)
                        .everything()
                        .set(PRODUCT.note.to(PRODUCT.name.when(PRODUCT.stock.gt(5))))
                        .count()
                        .block())
                .isEqualTo(5);
        assertThat(orm.find(PRODUCT)
                        .where(PRODUCT.note.isNotNull())
                        .select(PRODUCT.note)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("drill");
    }

    @Test
    void severalElementsOfAnArray() {
        assertThat(changed(1, PRODUCT.labels.appendAll(List.of("x", "a", "y"))).labels())
                .containsExactly("a", "b", "x", "a", "y");
        assertThat(changed(1, PRODUCT.labels.prependAll(List.of("p", "q"))).labels())
                .containsExactly("p", "q", "a", "b", "x", "a", "y");
        assertThat(changed(1, PRODUCT.labels.removeAll(List.of("a", "q", "none")))
                        .labels())
                .containsExactly("p", "b", "x", "y");
        assertThat(changed(1, PRODUCT.labels.removeAll(List.of("p", "b", "x", "y")))
                        .labels())
                .isEmpty();
        assertThat(changed(1, PRODUCT.sizes.removeAll(List.of(2))).sizes()).containsExactly(1);
        assertThat(changed(1, PRODUCT.sizes.appendAll(List.of(3, 4))).sizes()).containsExactly(1, 3, 4);
    }

    @Test
    void severalElementsAndAnArrayThatIsNull() {
        assertThat(changed(2, PRODUCT.labels.removeAll(List.of("x"))).labels()).isNull();
        assertThat(changed(2, PRODUCT.labels.appendAll(List.of())).labels()).isNull();
        assertThat(changed(2, PRODUCT.labels.prependAll(List.of())).labels()).isNull();
        assertThat(changed(2, PRODUCT.labels.removeAll(List.of())).labels()).isNull();
        assertThat(changed(2, PRODUCT.labels.appendAll(List.of("x", "y"))).labels())
                .containsExactly("x", "y");
        assertThat(changed(1, PRODUCT.labels.removeAll(List.of())).labels()).containsExactly("a", "b");
        for (List<String> wrong : Arrays.<List<String>>asList(null, Arrays.asList("a", null))) {
            assertThatThrownBy(() -> PRODUCT.labels.appendAll(wrong)).isInstanceOf(InvalidQueryException.class);
            assertThatThrownBy(() -> PRODUCT.labels.removeAll(wrong)).isInstanceOf(InvalidQueryException.class);
        }
    }
}

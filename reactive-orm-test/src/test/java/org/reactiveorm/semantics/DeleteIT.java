package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Box_.BOX;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Delivery_.DELIVERY;
import static org.reactiveorm.semantics.Line_.LINE;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Place_.PLACE;
import static org.reactiveorm.semantics.Product_.PRODUCT;
import static org.reactiveorm.semantics.Purchase_.PURCHASE;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ForeignKeyViolationException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

class DeleteIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        Stock.fill(orm);
    }

    @Test
    void oneStatementAnswersTheRowAsItWas() {
        assertThat(orm.delete(DELIVERY).byId(1L).one().block().amount()).isEqualTo(1);
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(orm.delete(DELIVERY).byId(1L).one().blockOptional()).isEmpty();
        StepVerifier.create(orm.delete(DELIVERY).byId(1L).oneOrFail())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(NotFoundException.class)
                        .hasMessage("There is no Delivery with id 1."));
    }

    @Test
    void terminals() {
        assertThat(orm.delete(BOX)
                        .where(BOX.hall.eq("A"))
                        .all()
                        .map(Box::content)
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder("x", "y", "half");
        assertThat(orm.delete(BOX).where(BOX.hall.isNull()).first().block().content())
                .isEqualTo("loose");
        assertThat(orm.delete(BOX).everything().count().block()).isEqualTo(1);
        assertThat(orm.find(BOX).exists().block()).isFalse();
    }

    @Test
    void oneOverSeveralRowsDeletesNothing() {
        StepVerifier.create(orm.delete(DELIVERY).where(DELIVERY.amount.lt(5)).one())
                .verifyError(NotUniqueException.class);
        assertThat(database.statements()).hasRolledBack();
        assertThat(orm.find(DELIVERY).count().block()).isEqualTo(5);
    }

    @Test
    void aConditionThatIsFalseSendsNothing() {
        assertThat(orm.delete(DELIVERY).where(DELIVERY.id.in(List.of())).count().block())
                .isZero();
        assertThat(orm.delete(DELIVERY)
                        .where(Condition.never())
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(orm.delete(DELIVERY).where(Condition.never()).first().blockOptional())
                .isEmpty();
        assertThat(orm.delete(DELIVERY).where(Condition.never()).one().blockOptional())
                .isEmpty();
        assertThat(database.statements()).doesNotContainSql("delete");
    }

    @Test
    void compositeIdsAndConditionsOnRelations() {
        assertThat(orm.delete(PLACE)
                        .byId(new PlaceId("A", 1, (short) 2))
                        .one()
                        .block()
                        .id())
                .isEqualTo(new PlaceId("A", 1, (short) 2));
        assertThat(orm.delete(LINE)
                        .where(LINE.deliveries.none())
                        .all()
                        .map(Line::id)
                        .collectList()
                        .block())
                .containsExactly(new LineId(1, 2));
        assertThat(orm.delete(CATEGORY)
                        .where(CATEGORY.children.none(), CATEGORY.products.none())
                        .one()
                        .block()
                        .name())
                .isEqualTo("nothing");
        assertThat(orm.delete(MARK).where(MARK.products.none()).one().block().name())
                .isEqualTo("old");
    }

    @Test
    void whatStillRefersToARowKeepsIt() {
        StepVerifier.create(orm.delete(PRODUCT).byId(1L).one()).verifyErrorSatisfies(error -> {
            assertThat(error).isInstanceOf(ForeignKeyViolationException.class);
            assertThat(((ForeignKeyViolationException) error).context().constraint())
                    .isNotNull();
            assertThat(((ForeignKeyViolationException) error).context().sqlState())
                    .isIn("23503", "23001");
        });
        assertThat(orm.find(PRODUCT).byId(1L).exists().block()).isTrue();
    }

    @Test
    void aCascadeTakesTheChildrenAlong() {
        orm.delete(DELIVERY).everything().count().block();
        assertThat(orm.delete(PURCHASE).byId(1).one().block().buyer()).isEqualTo("ann");
        assertThat(orm.find(LINE).all().map(Line::id).collectList().block()).containsExactly(new LineId(2, 1));
    }

    @Test
    void deletingAnEndOfAnImplicitManyToManyRemovesItsLinksOnly() {
        orm.delete(MARK).where(MARK.name.eq("sale")).one().block();
        assertThat(orm.find(PRODUCT)
                        .byId(1L)
                        .include(PRODUCT.marks)
                        .one()
                        .block()
                        .marks())
                .extracting(Mark::name)
                .containsExactly("new");
        assertThat(orm.find(PRODUCT).count().block()).isEqualTo(5);
    }

    @Test
    void relationsComeAsTheyWereBefore() {
        database.statements().clear();
        Purchase purchase = orm.delete(PURCHASE)
                .byId(1)
                .include(PURCHASE.lines.include(LINE.deliveries))
                .oneOrFail()
                .onErrorResume(
                        ForeignKeyViolationException.class,
                        refused -> orm.delete(DELIVERY)
                                .everything()
                                .count()
                                .then(orm.delete(PURCHASE)
                                        .byId(1)
                                        .include(PURCHASE.lines.include(LINE.deliveries))
                                        .oneOrFail()))
                .block();
        assertThat(purchase.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.deliveries()).isEmpty());
        assertThat(orm.find(PURCHASE).byId(1).exists().block()).isFalse();
        assertThat(orm.find(LINE).where(LINE.id.purchaseId.eq(1)).count().block())
                .isZero();
        database.statements().clear();
        assertThat(orm.delete(PURCHASE)
                        .where(PURCHASE.id.gt(100))
                        .include(PURCHASE.lines)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(database.statements()).hasCount(1);
        assertThat(orm.delete(PLACE)
                        .where(PLACE.boxes.none())
                        .include(PLACE.boxes)
                        .all()
                        .map(place -> place.boxes().size())
                        .collectList()
                        .block())
                .containsOnly(0);
    }
}

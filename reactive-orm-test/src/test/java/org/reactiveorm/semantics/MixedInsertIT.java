package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Mark_.MARK;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** Trees whose rows leave out different columns: a few sets of columns are one statement, dozens are a transaction. */
class MixedInsertIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    private long rows(EntityRef<?, ?> entity) {
        return orm.find(entity).count().block();
    }

    @Test
    void theFirstRowIsInsertedFirst() {
        List<Category> inserted = orm.insertAll(List.of(
                        NewCategory.name("a").parent(NewCategory.name("top of a")),
                        NewCategory.name("b"),
                        NewCategory.name("c").parent(NewCategory.name("top of c"))))
                .all()
                .collectList()
                .block();
        assertThat(inserted.get(0).id())
                .isLessThan(inserted.get(1).id())
                .isLessThan(inserted.get(2).id());
    }

    @Test
    void rowsWithDifferentColumnsAreOneStatementToo() {
        database.statements().clear();
        List<Product> inserted = orm.insertAll(mixed(3)).all().collectList().block();

        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        verifyMixed(inserted);
    }

    @Test
    void rowsWithDozensOfSetsOfColumnsAreStatementsInATransaction() {
        database.statements().clear();
        List<Product> inserted = orm.insertAll(mixed(128)).all().collectList().block();

        assertThat(database.statements()).hasCommitted(1);
        verifyMixed(inserted);
    }

    @Test
    void aFailureInOneOfManyStatementsLeavesNothing() {
        orm.insert(NewMark.name("n199")).one().block();
        database.statements().clear();
        StepVerifier.create(orm.insertAll(mixed(128)).all())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                UniqueViolationException.class,
                                unique -> assertThat(unique.context().entity()).isEqualTo("Mark")));

        assertThat(database.statements()).hasRolledBack(1);
        assertThat(rows(CATEGORY) + rows(PRODUCT)).isZero();
        assertThat(rows(MARK)).isOne();
    }

    /** Products that leave out other columns than the one before, with everything that is created with them. */
    private static List<NewProduct> mixed(int kinds) {
        return IntStream.range(0, 200)
                .mapToObj(i -> {
                    int kind = i % kinds;
                    NewCategory category = NewCategory.name("c" + i);
                    NewProduct product = NewProduct.name("p" + i)
                            .category(i % 3 == 0 ? category.parent(NewCategory.name("parent of c" + i)) : category)
                            .marks(NewMark.name("m" + i), NewMark.name("n" + i));
                    product = (kind & 1) == 0 ? product : product.note("n" + i);
                    product = (kind & 2) == 0 ? product : product.stock(i);
                    product = (kind & 4) == 0 ? product : product.sold((long) i);
                    product = (kind & 8) == 0 ? product : product.weight(1.0);
                    product = (kind & 16) == 0 ? product : product.fragile(true);
                    product = (kind & 32) == 0 ? product : product.sizes(List.of(i));
                    return (kind & 64) == 0 ? product : product.labels(List.of("l"));
                })
                .toList();
    }

    private void verifyMixed(List<Product> inserted) {
        assertThat(inserted)
                .extracting(Product::name)
                .isEqualTo(IntStream.range(0, 200).mapToObj(i -> "p" + i).toList());
        List<Product> read = orm.find(PRODUCT)
                .include(PRODUCT.category.include(CATEGORY.parent), PRODUCT.marks.orderBy(MARK.name.asc()))
                .all()
                .collectList()
                .block();
        assertThat(read).hasSize(200).allSatisfy(product -> {
            String number = product.name().substring(1);
            Category category = product.category().get();
            assertThat(category.name()).isEqualTo("c" + number);
            assertThat(category.parent().optional().map(Category::name).orElse("parent of c" + number))
                    .isEqualTo("parent of c" + number);
            assertThat(product.marks()).extracting(Mark::name).containsExactly("m" + number, "n" + number);
        });
        assertThat(rows(CATEGORY)).isEqualTo(200 + 67);
    }
}

package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Licence_.LICENCE;
import static org.reactiveorm.semantics.Member_.MEMBER;
import static org.reactiveorm.semantics.Shop_.SHOP;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotNullViolationException;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

class SkipDuplicatesIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void connect() {
        orm = database.orm();
    }

    @Test
    void answersWhatIsNewInTheOrderGiven() {
        orm.insertAll(List.of(NewCategory.name("c3"), NewCategory.name("c7")))
                .count()
                .block();
        List<NewCategory> rows = IntStream.range(0, 1_000)
                .mapToObj(i -> NewCategory.name("c" + i % 990))
                .toList();
        database.statements().clear();
        List<Category> made =
                orm.insertAll(rows).skipDuplicates().all().collectList().block();
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        assertThat(made)
                .extracting(Category::name)
                .containsExactlyElementsOf(IntStream.range(0, 990)
                        .filter(i -> i != 3 && i != 7)
                        .mapToObj(i -> "c" + i)
                        .toList());
        assertThat(made).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        assertThat(orm.insertAll(rows).skipDuplicates().count().block()).isZero();
        assertThat(orm.find(CATEGORY).count().block()).isEqualTo(990);
    }

    @Test
    void idsOfEveryKind() {
        orm.insert(NewShop.code("b").address(new Address("s", null))).one().block();
        List<NewShop> shops = List.of("c", "b", "a", "c").stream()
                .map(code -> NewShop.code(code).address(new Address("s", null)))
                .toList();
        assertThat(orm.insertAll(shops)
                        .skipDuplicates()
                        .all()
                        .map(Shop::code)
                        .collectList()
                        .block())
                .containsExactly("c", "a");
        orm.insert(NewLicence.number("1").shopCode("b")).one().block();
        List<NewLicence> licences = List.of("c", "b", "a").stream()
                .map(code -> NewLicence.number("2").shopCode(code))
                .toList();
        assertThat(orm.insertAll(licences)
                        .skipDuplicates()
                        .all()
                        .map(Licence::shopCode)
                        .collectList()
                        .block())
                .containsExactly("c", "a");
        assertThat(orm.find(SHOP).count().block()).isEqualTo(3);
        assertThat(orm.find(LICENCE).count().block()).isEqualTo(3);
        assertThat(orm.insertAll(List.of(NewPurchase.create(), NewPurchase.create()))
                        .skipDuplicates()
                        .all()
                        .map(Purchase::id)
                        .collectList()
                        .block())
                .containsExactly(1, 2);
    }

    @Test
    void rowsWithoutAnyValueHaveNothingToConflictWith() {
        assertThat(orm.insertAll(List.of(NewSlip.create(), NewSlip.create()))
                        .skipDuplicates()
                        .count()
                        .block())
                .isEqualTo(2);
        assertThat(orm.insert(NewSlip.create()).skipDuplicates().one().block().id())
                .isEqualTo(3);
    }

    @Test
    void rowsWithDifferentColumnsKeepTheirOrder() {
        orm.insert(NewMember.handle("d").club("A").number(1)).one().block();
        List<NewMember> rows = List.of(
                NewMember.handle("a"),
                NewMember.handle("b").age(1),
                NewMember.handle("c").club("A").number(1),
                NewMember.handle("d"),
                NewMember.handle("e").age(2),
                NewMember.handle("f"));
        database.statements().clear();
        assertThat(orm.insertAll(rows)
                        .skipDuplicates()
                        .all()
                        .map(Member::handle)
                        .collectList()
                        .block())
                .containsExactly("a", "b", "e", "f");
        assertThat(database.statements()).hasCount(3).hasCommitted();
        assertThat(orm.find(MEMBER).count().block()).isEqualTo(5);
    }

    @Test
    void relationsAreLoaded() {
        long parent = orm.insert(NewCategory.name("p")).one().block().id();
        assertThat(orm.insertAll(List.of(NewCategory.name("a").parentId(parent), NewCategory.name("p")))
                        .skipDuplicates()
                        .include(CATEGORY.parent)
                        .one()
                        .block()
                        .parent()
                        .get()
                        .name())
                .isEqualTo("p");
    }

    @Test
    void otherViolationsAreErrors() {
        orm.sql("alter table members alter nick set not null").execute().block();
        StepVerifier.create(orm.insertAll(List.of(NewMember.handle("a").nick("x"), NewMember.handle("b")))
                        .skipDuplicates()
                        .count())
                .verifyError(NotNullViolationException.class);
        assertThat(orm.find(MEMBER).count().block()).isZero();
    }

    @Test
    void nestedEntitiesAreRefused() {
        assertThatThrownBy(() -> orm.insert(NewCategory.name("a").children(NewCategory.name("b")))
                        .skipDuplicates())
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("Category.children: an entity that may be there already");
    }

    @Test
    void ofNothingNothingIsSent() {
        database.statements().clear();
        List<NewCategory> none = List.of();
        StepVerifier.create(orm.insertAll(none).skipDuplicates().include().all())
                .verifyComplete();
        StepVerifier.create(orm.insertAll(none).skipDuplicates().count())
                .expectNext(0L)
                .verifyComplete();
        assertThat(database.statements()).hasCount(0);
    }
}

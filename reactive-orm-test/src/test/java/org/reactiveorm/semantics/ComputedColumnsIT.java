package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Parcel_.PARCEL;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.UniqueViolationException;
import org.reactiveorm.query.Column;
import org.reactiveorm.schema.SchemaDifference;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** Columns that the database computes. */
class ComputedColumnsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().perTest();

    private ReactiveOrm orm;

    @BeforeEach
    void open() {
        orm = database.orm();
    }

    private static NewParcel parcel(String code, int width, int height) {
        return NewParcel.code(code).width(width).height(height).sent(DAY).label(new Parcel.Label("to " + code, -1));
    }

    private Parcel inserted(String code, int width, int height) {
        return orm.insert(parcel(code, width, height)).oneOrFail().block();
    }

    @Test
    void theyComeBackFromAnInsert() {
        Parcel parcel = orm.insert(parcel("A", 3, 2).price(new BigDecimal("1.25")))
                .oneOrFail()
                .block();
        assertThat(parcel.area()).isEqualTo(6);
        assertThat(parcel.folded()).isEqualTo("a");
        assertThat(parcel.insured()).isEqualTo(new BigDecimal("2.50"));
        assertThat(parcel.wide()).isTrue();
        assertThat(parcel.due()).isEqualTo(DAY.plusDays(3));
        assertThat(parcel.sides()).containsExactly(3, 2);
        assertThat(parcel.size()).isEqualTo(new Parcel.Size(3));
        assertThat(parcel.status()).isEqualTo(Status.ACTIVE);
        assertThat(parcel.label()).isEqualTo(new Parcel.Label("to A", 4));
        assertThat(inserted("B", 101, 200).status()).isEqualTo(Status.RETIRED);
        assertThat(inserted("C", 1, 1).insured()).isNull();
        assertThat(database.statements()).hasCount(3).hasNoTransaction();
    }

    @Test
    void theyComeBackFromBatchesAndTrees() {
        assertThat(orm.insertAll(List.of(parcel("A", 1, 2), parcel("B", 3, 4).price(BigDecimal.TEN)))
                        .all()
                        .map(Parcel::area)
                        .collectList()
                        .block())
                .containsExactly(2, 12);
        Parcel outer = orm.insert(parcel("C", 10, 10).contents(parcel("D", 2, 2), parcel("E", 3, 3)))
                .include(PARCEL.contents)
                .oneOrFail()
                .block();
        assertThat(outer.area()).isEqualTo(100);
        assertThat(outer.contents()).extracting(Parcel::area).containsExactlyInAnyOrder(4, 9);
    }

    @Test
    void theyFollowAnUpdate() {
        Parcel parcel = inserted("A", 3, 2);
        Parcel changed = orm.update(PARCEL)
                .byId(parcel.id())
                .set(PARCEL.width.increment(7), PARCEL.label.text.to("x"))
                .oneOrFail()
                .block();
        assertThat(changed.area()).isEqualTo(20);
        assertThat(changed.label().length()).isOne();
        assertThat(changed.version()).isOne();
        assertThat(orm.delete(PARCEL).byId(parcel.id()).one().block().area()).isEqualTo(20);
    }

    @Test
    void theyMayBeTheValueOfOtherColumns() {
        Parcel parcel = inserted("A", 3, 2);
        assertThat(orm.update(PARCEL)
                        .byId(parcel.id())
                        .set(PARCEL.width.to(PARCEL.area), PARCEL.code.to(PARCEL.folded))
                        .oneOrFail()
                        .block())
                .extracting(Parcel::width, Parcel::area, Parcel::code)
                .containsExactly(6, 12, "a");
    }

    @Test
    void conditionsOrdersAndShapesReadThem() {
        orm.insertAll(List.of(parcel("Big", 10, 10), parcel("small", 2, 1), parcel("Mid", 3, 3)))
                .all()
                .blockLast();
        assertThat(orm.find(PARCEL)
                        .where(
                                PARCEL.area.gt(2),
                                PARCEL.folded.startsWith("b").or(PARCEL.wide.isFalse()),
                                PARCEL.due.gte(DAY),
                                PARCEL.insured.isNull(),
                                PARCEL.sides.has(3).or(PARCEL.status.eq(Status.ACTIVE)),
                                PARCEL.label.length.gt(1))
                        .orderBy(PARCEL.area.asc(), PARCEL.folded.desc())
                        .all()
                        .map(Parcel::code)
                        .collectList()
                        .block())
                .containsExactly("Mid", "Big");
        assertThat(orm.find(PARCEL)
                        .orderBy(PARCEL.area.desc())
                        .select(PARCEL.area, PARCEL.wide)
                        .as((area, wide) -> area + " " + wide)
                        .all()
                        .collectList()
                        .block())
                .containsExactly("100 false", "9 false", "2 true");
    }

    @Test
    void aShapeReadsThemAndAsksAboutThem() {
        orm.insert(parcel("C", 10, 10).contents(parcel("D", 2, 2), parcel("E", 3, 3), parcel("F", 4, 4)))
                .one()
                .block();
        ParcelCard card = orm.find(PARCEL)
                .where(PARCEL.area.eq(100))
                .as(ParcelCard.class)
                .bind("least", 9)
                .one()
                .block();
        assertThat(card)
                .isEqualTo(new ParcelCard(
                        100,
                        false,
                        List.of(new ParcelCard.Inner("f", Status.ACTIVE), new ParcelCard.Inner("e", Status.ACTIVE))));
    }

    @Test
    void aUniqueOneIsKept() {
        inserted("A", 1, 1);
        StepVerifier.create(orm.insert(parcel("a", 2, 2)).one())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(UniqueViolationException.class)
                        .hasMessageContaining("folded"));
    }

    /** What has a typed field for reading only does not compile: the field is an expression. */
    @Test
    void theyAreNotSet() {
        refused("Parcel.area", () -> area().to(1));
        refused("Parcel.area", () -> area().to(PARCEL.width));
        refused("Parcel.area", () -> area().assign(1));
        refused("Parcel.area", () -> PARCEL.draft().set(area(), 1));
        refused("Parcel.sides", () -> PARCEL.sides.append(1));
        refused("Parcel.sides", () -> PARCEL.sides.to(List.of()));
        refused("Parcel.size", () -> PARCEL.size.to(new Parcel.Size(1)));
        refused("Parcel.label.length", () -> PARCEL.column("label.length").assign(1));
        assertThat(database.statements()).isEmpty();
    }

    @SuppressWarnings("unchecked") // it is a column of numbers
    private static Column<Parcel, Integer> area() {
        return (Column<Parcel, Integer>) PARCEL.column("area");
    }

    private static void refused(String column, ThrowingCallable setting) {
        assertThatThrownBy(setting)
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage(
                        column
                                + " is computed by the database and cannot be set. Leave it out, and set the columns that it is computed from.");
    }

    @Test
    void theSchemaIsValidatedForThem() {
        assertThat(differences()).isEmpty();
        run("alter table parcels drop column area, add column area int not null default 0");
        run(
                "alter table parcels drop column width cascade, add column width int not null generated always as (7) stored");
        assertThat(differences())
                .contains(
                        "Parcel.area (parcels.area): expected a column that is generated as width * height, found a column that is not generated",
                        "Parcel.width (parcels.width): expected a column that can be written, found a generated column");
    }

    @Test
    void virtualColumnsOfNewerServersDoAsWell() {
        run("alter table parcels drop column area");
        try {
            run("alter table parcels add column area int not null generated always as (width * height) virtual");
        } catch (RuntimeException older) { // before PostgreSQL 18
            return;
        }
        assertThat(differences()).isEmpty();
        assertThat(inserted("A", 3, 2).area()).isEqualTo(6);
    }

    private List<String> differences() {
        return orm.schema().validate().block().differences().stream()
                .map(SchemaDifference::toString)
                .toList();
    }

    private void run(String sql) {
        orm.sql(sql).execute().block();
    }
}

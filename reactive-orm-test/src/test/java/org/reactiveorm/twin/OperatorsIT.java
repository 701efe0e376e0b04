package org.reactiveorm.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.twin.Specimen_.SPECIMEN;
import static org.reactiveorm.twin.Specimens.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.query.ComparableExpression;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.TimeExpression;
import org.reactiveorm.semantics.Grade;
import org.reactiveorm.test.OrmExtension;
import reactor.core.publisher.Mono;

/** Every operator on columns of every type and on what is computed from them, with every sample as an operand. */
class OperatorsIT {

    private static final long SEED = 20_240_301;

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres().withSchemaOf(SPECIMEN);

    private static Rows<Specimen> rows;

    private final List<Twin<Specimen, Specimen>> twins = new ArrayList<>();
    private final List<Value<Specimen, Specimen, ?>> computed = new ArrayList<>();

    @BeforeAll
    static void fill() {
        rows = Specimens.fill(database.orm(), SEED);
    }

    private void assertAgreement() {
        Rows.assertAgreement(twins.stream().<Supplier<Mono<Void>>>map(twin -> () -> rows.assertAgrees(SEED, twin)));
        Rows.assertAgreement(
                computed.stream().<Supplier<Mono<Void>>>map(value -> () -> rows.assertComputes(SEED, value)));
    }

    private void compare(List<Value<Specimen, Specimen, ?>> values) {
        values.forEach(this::compare);
    }

    private <T> void compare(Value<Specimen, Specimen, T> value) {
        List<T> samples = value.domain().samples();
        twins.addAll(Comparisons.withNull(value));
        samples.forEach(sample -> twins.addAll(Comparisons.withOperand(value, sample)));
        twins.addAll(Comparisons.withOperands(value, List.of()));
        twins.addAll(Comparisons.withOperands(value, List.of(samples.get(1))));
        twins.addAll(Comparisons.withOperands(value, samples.subList(0, samples.size() / 2 + 1)));
        List<T> backwards = new ArrayList<>(samples);
        Collections.reverse(backwards);
        twins.addAll(Comparisons.withOperands(value, backwards));
    }

    private <T> void compare(Specimens.Pair<T> pair) {
        compare(pair.left());
        compare(pair.right());
        twins.addAll(Comparisons.withAnother(pair.left(), pair.right()));
        twins.addAll(Comparisons.withAnother(pair.right(), pair.left()));
        twins.addAll(Comparisons.withAnother(pair.left(), pair.left()));
        twins.addAll(Comparisons.between(pair.left(), pair.right(), pair.left()));
        twins.addAll(Comparisons.between(pair.left(), pair.left(), pair.right()));
    }

    @Test
    void columnsAreComparedWithValuesAndColumns() {
        Specimens.pairs().forEach(this::compare);
        compare(Specimens.singles());
        assertAgreement();
    }

    /** What is computed is right, and an operand or two are enough then: the operators are those of the columns. */
    private <T> void compareBriefly(Value<Specimen, Specimen, T> value) {
        computed.add(value);
        T usual = rows.inMemory().stream()
                .map(value::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(value.domain().samples().get(0));
        twins.addAll(Comparisons.withOperand(value, usual));
        twins.add(Comparisons.withNull(value).get(0));
    }

    private void compareBriefly(List<Value<Specimen, Specimen, ?>> values) {
        values.forEach(this::compareBriefly);
    }

    @Test
    void whatIsComputedIsComparedLikeAColumn() {
        compareBriefly(Computations.texts());
        compareBriefly(Computations.wholeNumbers());
        compareBriefly(Computations.fractions());
        compareBriefly(Computations.times());
        compareBriefly(Computations.orElse());
        compareBriefly(Computations.when());
        assertAgreement();
    }

    @Test
    void textsAreMatchedLiterallyOrByPatterns() {
        Value<Specimen, Specimen, String> lower =
                value(SPECIMEN.text.lower(), row -> row.text() == null ? null : Texts.lower(row.text()), Domain.TEXT);
        for (Value<Specimen, Specimen, String> text : List.of(Specimens.TEXT, lower)) {
            Domain.TEXT.samples().forEach(sample -> twins.addAll(Texts.literally(text, sample)));
            twins.addAll(Texts.byPattern(text));
        }
        assertAgreement();
    }

    @Test
    void arraysAreAskedForTheirElements() {
        elements(Specimens.LABELS);
        elements(Specimens.SIZES);
        assertAgreement();
    }

    private <T> void elements(Value<Specimen, Specimen, List<T>> array) {
        twins.addAll(Lists.withNothing(array));
        for (List<T> sample : array.domain().samples()) {
            if (!sample.isEmpty()) {
                twins.addAll(Lists.withElements(array, sample));
            }
        }
    }

    @Test
    void jsonIsAskedForItsKeysAndValues() {
        for (Documents.Place<Specimen> place : Documents.places(SPECIMEN.json, Specimen::json)) {
            twins.addAll(place.states());
            twins.addAll(place.keys());
            Documents.JSON.samples().forEach(json -> twins.addAll(place.comparisons(json)));
            compareBriefly(place.values());
        }
        assertAgreement();
    }

    @Test
    void rowsOfValuesAreComparedFromLeftToRight() {
        for (Specimens.Pair<?> pair : Specimens.pairs()) {
            if (pair.left().expression() instanceof ComparableExpression<?, ?>) {
                twins.addAll(RowComparisons.ofTwo(pair.left(), Specimens.WHOLE));
                twins.addAll(RowComparisons.ofTwo(Specimens.WHOLE, pair.left()));
                twins.addAll(RowComparisons.ofThree(Specimens.TINY, pair.left(), Specimens.BIG));
            }
        }
        assertAgreement();
    }

    @Test
    void rowsAreFoundByTheirIds() {
        for (List<Integer> ids : List.of(List.<Integer>of(), List.of(1), List.of(3, 2, 3, 999), List.of(-1))) {
            twins.add(new Twin<>(SPECIMEN.hasIdIn(ids), row -> ThreeValued.of(ids.contains(row.id()))));
        }
        twins.add(new Twin<>(SPECIMEN.hasId(7), row -> ThreeValued.of(row.id() == 7)));
        twins.add(new Twin<>(SPECIMEN.hasIdValue(7L), row -> ThreeValued.of(row.id() == 7)));
        assertAgreement();
    }

    @Test
    void timesAreWithinAHalfOpenRange() {
        within(SPECIMEN.day, value(SPECIMEN.day, Specimen::day, Domain.DAY));
        within(SPECIMEN.local, value(SPECIMEN.local, Specimen::local, Domain.LOCAL));
        within(SPECIMEN.instant, value(SPECIMEN.instant, Specimen::instant, Domain.INSTANT));
        assertAgreement();
    }

    private <T> void within(TimeExpression<Specimen, T> time, Value<Specimen, Specimen, T> value) {
        Comparator<? super T> order = value.domain().order();
        for (T from : value.domain().samples()) {
            for (T until : value.domain().samples()) {
                twins.add(Comparisons.lifted(
                        time.within(from, until),
                        value,
                        each -> order.compare(each, from) >= 0 && order.compare(each, until) < 0));
            }
        }
    }

    @Test
    void flagsAreTrueOrFalse() {
        Value<Specimen, Specimen, Boolean> flag = value(SPECIMEN.flag, Specimen::flag, Domain.FLAG);
        twins.add(Comparisons.lifted(SPECIMEN.flag.isTrue(), flag, each -> each));
        twins.add(Comparisons.lifted(SPECIMEN.flag.isFalse(), flag, each -> !each));
        assertAgreement();
    }

    @Test
    void sqlOfTheCallerIsACondition() {
        twins.add(Comparisons.lifted(
                Condition.sql("? % ? = 0 or ? is null", SPECIMEN.whole, 2, SPECIMEN.id),
                Specimens.WHOLE,
                each -> each % 2 == 0));
        twins.add(Comparisons.lifted(
                Condition.sql("length(?) > 1 and ? <> '??'", SPECIMEN.text, SPECIMEN.text),
                Specimens.TEXT,
                each -> each.codePointCount(0, each.length()) > 1));
        assertAgreement();
    }

    @Test
    void conditionsAreJoinedInThreeValuedLogic() {
        List<Twin<Specimen, Specimen>> parts = List.of(
                Comparisons.withOperand(Specimens.WHOLE, 1).get(0),
                Comparisons.withOperand(Specimens.TEXT, "a").get(1),
                Comparisons.withNull(Specimens.BIG).get(0),
                new Twin<>(Condition.never(), row -> ThreeValued.FALSE),
                new Twin<>(Condition.always(), row -> ThreeValued.TRUE));
        for (int chosen = 0; chosen < 1 << parts.size(); chosen++) {
            List<Twin<Specimen, Specimen>> some = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                if ((chosen & 1 << i) != 0) {
                    some.add(parts.get(i));
                }
            }
            twins.addAll(List.of(Twin.all(some), Twin.any(some), Twin.none(some)));
        }
        assertAgreement();
    }

    @Test
    void everyColumnHasItsTotals() {
        List<Value<Specimen, Specimen, ?>> columns = new ArrayList<>(Specimens.singles());
        Specimens.pairs().forEach(pair -> columns.addAll(List.of(pair.left(), pair.right())));
        Rows.assertAgreement(columns.stream()
                .flatMap(column -> Totals.of(column).stream())
                .<Supplier<Mono<Void>>>map(total -> () -> assertTotal(total)));
    }

    private static <T> Mono<Void> assertTotal(Value<Grouped<Specimen>, List<Specimen>, T> total) {
        Map<Optional<Grade>, List<Specimen>> groups =
                rows.inMemory().stream().collect(Collectors.groupingBy(row -> Optional.ofNullable(row.grade())));
        return rows.find()
                .groupBy(SPECIMEN.grade)
                .select(SPECIMEN.grade.key(), total.expression())
                .as((grade, value) -> {
                    List<Specimen> group = groups.get(Optional.ofNullable(grade));
                    assertThat(total.isEqual(value, group))
                            .as("%s of %s is %s and ought to be %s", total, grade, value, total.of(group))
                            .isTrue();
                    return total;
                })
                .all()
                .onErrorMap(failure -> new AssertionError(total.toString(), failure))
                .then();
    }
}

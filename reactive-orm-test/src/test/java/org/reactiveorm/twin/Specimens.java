package org.reactiveorm.twin;

import static org.reactiveorm.twin.Specimen_.SPECIMEN;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.Expression;
import tools.jackson.databind.JsonNode;

/** The columns of the specimens, in pairs of the same type, and rows that have samples of their domains in them. */
final class Specimens {

    private static final int NUMBER = 60;

    static final Value<Specimen, Specimen, Integer> ID = value(SPECIMEN.id, Specimen::id, Domain.WHOLE);
    static final Value<Specimen, Specimen, String> TEXT = value(SPECIMEN.text, Specimen::text, Domain.TEXT);
    static final Value<Specimen, Specimen, Short> TINY = value(SPECIMEN.tiny, Specimen::tiny, Domain.TINY);
    static final Value<Specimen, Specimen, Integer> WHOLE = value(SPECIMEN.whole, Specimen::whole, Domain.WHOLE);
    static final Value<Specimen, Specimen, Long> BIG = value(SPECIMEN.big, Specimen::big, Domain.BIG);
    static final Value<Specimen, Specimen, JsonNode> JSON = value(SPECIMEN.json, Specimen::json, Documents.JSON);
    static final Value<Specimen, Specimen, List<String>> LABELS =
            value(SPECIMEN.labels, Specimen::labels, Domain.LABELS);
    static final Value<Specimen, Specimen, List<Integer>> SIZES = value(SPECIMEN.sizes, Specimen::sizes, Domain.SIZES);

    private Specimens() {}

    static <T> Value<Specimen, Specimen, T> value(
            Expression<Specimen, T> expression, Function<Specimen, @Nullable T> inMemory, Domain<T> domain) {
        return new Value<>(expression, inMemory, domain);
    }

    /** Columns that have another one of their type. */
    static List<Pair<?>> pairs() {
        return List.of(
                new Pair<>(TEXT, value(SPECIMEN.otherText, Specimen::otherText, Domain.TEXT)),
                new Pair<>(TINY, value(SPECIMEN.otherTiny, Specimen::otherTiny, Domain.ANY_TINY)),
                new Pair<>(WHOLE, value(SPECIMEN.otherWhole, Specimen::otherWhole, Domain.ANY_WHOLE)),
                new Pair<>(BIG, value(SPECIMEN.otherBig, Specimen::otherBig, Domain.ANY_BIG)),
                new Pair<>(
                        value(SPECIMEN.decimal, Specimen::decimal, Domain.DECIMAL),
                        value(SPECIMEN.otherDecimal, Specimen::otherDecimal, Domain.DECIMAL)),
                new Pair<>(
                        value(SPECIMEN.real, Specimen::real, Domain.REAL),
                        value(SPECIMEN.otherReal, Specimen::otherReal, Domain.ANY_REAL)),
                new Pair<>(
                        value(SPECIMEN.flag, Specimen::flag, Domain.FLAG),
                        value(SPECIMEN.otherFlag, Specimen::otherFlag, Domain.FLAG)),
                new Pair<>(
                        value(SPECIMEN.status, Specimen::status, Domain.STATUS),
                        value(SPECIMEN.otherStatus, Specimen::otherStatus, Domain.STATUS)),
                new Pair<>(
                        value(SPECIMEN.grade, Specimen::grade, Domain.GRADE),
                        value(SPECIMEN.otherGrade, Specimen::otherGrade, Domain.GRADE)),
                new Pair<>(
                        value(SPECIMEN.day, Specimen::day, Domain.DAY),
                        value(SPECIMEN.otherDay, Specimen::otherDay, Domain.ANY_DAY)),
                new Pair<>(
                        value(SPECIMEN.local, Specimen::local, Domain.LOCAL),
                        value(SPECIMEN.otherLocal, Specimen::otherLocal, Domain.ANY_LOCAL)),
                new Pair<>(
                        value(SPECIMEN.instant, Specimen::instant, Domain.INSTANT),
                        value(SPECIMEN.otherInstant, Specimen::otherInstant, Domain.ANY_INSTANT)),
                new Pair<>(
                        value(SPECIMEN.uuid, Specimen::uuid, Domain.ID),
                        value(SPECIMEN.otherUuid, Specimen::otherUuid, Domain.ID)),
                new Pair<>(LABELS, value(SPECIMEN.otherLabels, Specimen::otherLabels, Domain.LABELS)));
    }

    /** Columns that are the only one of their type. */
    static List<Value<Specimen, Specimen, ?>> singles() {
        return List.of(
                value(SPECIMEN.single, Specimen::single, Domain.SINGLE),
                value(SPECIMEN.time, Specimen::time, Domain.TIME),
                SIZES,
                JSON,
                value(SPECIMEN.originId, Specimen::originId, Domain.WHOLE));
    }

    static Rows<Specimen> fill(ReactiveOrm orm, long seed) {
        CodePoints.assumeOrder(orm);
        Random random = new Random(seed);
        orm.insertAll(IntStream.rangeClosed(1, NUMBER)
                        .mapToObj(id -> specimen(id, random))
                        .toList())
                .count()
                .block();
        return Rows.read(orm, SPECIMEN, ID);
    }

    private static Draft<Specimen> specimen(int id, Random random) {
        Draft<Specimen> draft = SPECIMEN.draft().set(SPECIMEN.id, id);
        for (Pair<?> pair : pairs()) {
            draft = sampled(sampled(draft, pair.left(), random), pair.right(), random);
        }
        for (Value<Specimen, Specimen, ?> single : singles()) {
            draft = sampled(draft, single, random);
        }
        return draft.set(SPECIMEN.originId, random.nextInt(4) == 0 ? null : (Integer) (1 + random.nextInt(id)));
    }

    private static <T> Draft<Specimen> sampled(
            Draft<Specimen> draft, Value<Specimen, Specimen, T> column, Random random) {
        return draft.set(
                (Column<Specimen, T>) column.expression(), column.domain().sampleOrNull(random));
    }

    /** Two columns of one type. */
    record Pair<T>(Value<Specimen, Specimen, T> left, Value<Specimen, Specimen, T> right) {}
}

package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.query.Arithmetic;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.query.Literal;
import org.reactiveorm.sql.KeyedRows;
import org.reactiveorm.sql.RowChange;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.WrittenRows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Changes rows one by one, in one statement for each way in which they change. Rows without new values are kept from being
 * changed by others.
 *
 * @param statements sends the statements
 * @param entity the rows' entity
 * @param relation the relation that the rows are reached by, or null
 * @param <C> the entity
 */
record RowChanges<C>(
        Statements statements,
        EntityModel<C> entity,
        @Nullable Relation<?, C> relation) {

    RowChanges(Statements statements, EntityModel<C> entity) {
        this(statements, entity, null);
    }

    /** Changes of rows that are reached by a relation. */
    RowChanges(Statements statements, Relation<?, C> relation) {
        this(statements, relation.target(), relation);
    }

    /**
     * A row and its new values.
     *
     * @param place the row's place in the answer
     * @param match its key
     * @param parent the values of the key of the row that it is related to; none without a relation
     * @param values the values of its own
     * @param amounts what is computed of a column itself and a number
     * @param common what else is computed
     * @param decisive columns of which one has to get another value for the row to change; none: it changes
     */
    record Row<C>(
            int place,
            KeyMatch<C> match,
            List<@Nullable Object> parent,
            Map<Property<C, ?>, @Nullable Object> values,
            Map<Property<C, ?>, Arithmetic<C, ?>> amounts,
            List<Assignment<C>> common,
            List<Property<C, ?>> decisive) {

        /** Tells values from what is computed. */
        static <C> Row<C> of(
                int place, KeyMatch<C> match, List<@Nullable Object> parent, List<Assignment<C>> assignments) {
            Map<Property<C, ?>, @Nullable Object> values = new LinkedHashMap<>();
            Map<Property<C, ?>, Arithmetic<C, ?>> amounts = new LinkedHashMap<>();
            List<Assignment<C>> common = new ArrayList<>();
            for (Assignment<C> assignment : assignments) {
                if (assignment.value() instanceof Literal<C, ?> literal) {
                    values.put(assignment.property(), literal.value());
                } else if (assignment.value() instanceof Arithmetic<C, ?> term
                        && isAmount(assignment.property(), term)) {
                    amounts.put(assignment.property(), term);
                } else {
                    common.add(assignment);
                }
            }
            return new Row<>(place, match, parent, values, amounts, common, List.of());
        }

        /** The same for a row that stays as it is if these columns have their values already. */
        Row<C> onlyIfOther(Collection<Property<C, ?>> columns) {
            return new Row<>(place, match, parent, values, amounts, common, List.copyOf(columns));
        }

        private static <C> boolean isAmount(Property<C, ?> property, Arithmetic<C, ?> term) {
            return term.left() instanceof Column<C, ?> column
                    && column.property() == property
                    && term.right() instanceof Literal<C, ?>;
        }

        private @Nullable Object amount(Property<C, ?> property) {
            Arithmetic<C, ?> term = amounts.get(property);
            return term != null && term.right() instanceof Literal<C, ?> number ? number.value() : null;
        }

        /** Whether it is not only locked. */
        boolean isChanged() {
            return !values.isEmpty() || !amounts.isEmpty() || !common.isEmpty();
        }

        /** All that is assigned. */
        List<Assignment<C>> assignments() {
            List<Assignment<C>> all = new ArrayList<>();
            values.forEach((property, value) -> all.add(NewValues.assignment(property, value)));
            amounts.forEach((property, term) -> all.add(new Assignment<>(property, term)));
            all.addAll(common);
            return all;
        }

        /** The same with more assignments, or others to the same columns; a row that is only locked stays so. */
        Row<C> assigning(List<Assignment<C>> more) {
            return isChanged() && !more.isEmpty()
                    ? of(place, match, parent, NewValues.over(assignments(), more))
                    : this;
        }

        /** Whether the row is the same after this as after this done twice, its version aside. */
        boolean isIdempotent() {
            return common.isEmpty()
                    && amounts.keySet().stream()
                            .allMatch(property -> property.source().kind() == ValueSource.Kind.VERSION);
        }

        /** Whether what decides is as it is to be already. */
        boolean isKept(List<@Nullable C> locked) {
            C now = locked.get(place);
            return now != null
                    && !decisive.isEmpty()
                    && decisive.stream().allMatch(property -> isSame(property, now, values.get(property)));
        }

        private static <C> boolean isSame(Property<C, ?> property, C now, @Nullable Object value) {
            @Nullable Object comparable = value == null ? null : KeyValues.of(List.of(property), List.of(value));
            return Objects.equals(KeyValues.of(now, List.of(property)), comparable);
        }

        /** The row to be found only. */
        Row<C> unchanged() {
            return new Row<>(place, match, parent, Map.of(), Map.of(), List.of(), List.of());
        }

        /** Rows of one shape are one statement. */
        Shape<C> shape() {
            Map<Property<C, ?>, Arithmetic.Operator> operators = new LinkedHashMap<>();
            amounts.forEach((property, term) -> operators.put(property, term.operator()));
            return new Shape<>(match.properties(), List.copyOf(values.keySet()), operators, common, decisive);
        }
    }

    private record Shape<C>(
            List<Property<C, ?>> key,
            List<Property<C, ?>> columns,
            Map<Property<C, ?>, Arithmetic.Operator> operators,
            List<Assignment<C>> common,
            List<Property<C, ?>> decisive) {}

    /** The rows as they are now at their places, null where there is none. */
    Mono<List<@Nullable C>> run(int size, List<Row<C>> all) {
        List<Row<C>> rows = withoutRepetitions(all);
        if (!events().areHeard(entity)) {
            return send(size, rows);
        }
        List<Row<C>> doubtful =
                rows.stream().filter(row -> !row.decisive().isEmpty()).toList();
        long named = doubtful.stream().map(RowChanges::identity).distinct().count();
        // of a row that is named twice, the first change says what the second finds
        if (doubtful.isEmpty() || named < doubtful.size()) {
            return heard(size, rows);
        }
        Mono<List<@Nullable C>> locked =
                send(size, doubtful.stream().map(Row::unchanged).toList());
        return locked.flatMap(now -> heardBut(now, rows));
    }

    /** Nobody hears of rows that stay as they are. */
    private Mono<List<@Nullable C>> heardBut(List<@Nullable C> locked, List<Row<C>> rows) {
        List<Row<C>> others = rows.stream().filter(row -> !row.isKept(locked)).toList();
        return heard(locked.size(), others)
                .doOnNext(now -> rows.stream()
                        .filter(row -> row.isKept(locked))
                        .forEach(row -> now.set(row.place(), locked.get(row.place()))));
    }

    private Mono<List<@Nullable C>> heard(int size, List<Row<C>> rows) {
        List<Row<C>> changing = rows.stream().filter(Row::isChanged).toList();
        if (changing.isEmpty()) {
            return send(size, rows);
        }
        List<Assignment<C>> assignments = new ArrayList<>();
        changing.forEach(row -> assignments.addAll(row.assignments()));
        Mono<List<@Nullable C>> changed = events().updating(entity, toChange(changing), assignments)
                .flatMap(more ->
                        send(size, rows.stream().map(row -> row.assigning(more)).toList()));
        return changed.doOnNext(now -> events().updated(entity, there(now, changing)));
    }

    private static <C> List<C> there(List<@Nullable C> now, List<Row<C>> rows) {
        List<C> there = new ArrayList<>(rows.size());
        for (Row<C> row : rows) {
            C entity = now.get(row.place());
            if (entity != null) {
                there.add(entity);
            }
        }
        return there;
    }

    /** {@link #run} of what is assigned to rows instead of removing them. A row that many share is marked once. */
    Mono<List<@Nullable C>> mark(int size, List<Row<C>> all) {
        List<Row<C>> rows = withoutRepetitions(all);
        if (rows.isEmpty() || !events().areHeard(entity)) {
            return send(size, rows);
        }
        List<Row<C>> marking = rows.stream().filter(Row::isChanged).toList();
        Mono<List<@Nullable C>> marked =
                events().deleting(entity, toChange(marking)).then(Mono.defer(() -> send(size, rows)));
        return marked.doOnNext(now -> events().deleted(entity, there(now, marking)));
    }

    private Events events() {
        return statements.events();
    }

    private RowsToChange<C> toChange(List<Row<C>> rows) {
        return new RowsToChange<>(
                entity,
                Flux.fromIterable(batches(rows))
                        .concatMap(batch -> statements.query(statements.keyed().lock(chosen(batch)), entity.reader())));
    }

    private Mono<List<@Nullable C>> send(int size, List<Row<C>> rows) {
        return Flux.fromIterable(batches(rows))
                .concatMap(batch -> run(batch).collectList())
                .collectList()
                .map(all -> {
                    List<@Nullable C> answer = new ArrayList<>(Collections.nCopies(size, (C) null));
                    all.forEach(some -> some.forEach(row -> answer.set(row.number(), row.entity())));
                    return answer;
                });
    }

    /**
     * A row that is to get the same values again, as one that many share, has only to be there. What one parent says of it by several
     * keys, which may name the same row, is done in turn.
     */
    private static <C> List<Row<C>> withoutRepetitions(List<Row<C>> rows) {
        boolean isOneKey = rows.stream()
                        .filter(Row::isChanged)
                        .map(row -> row.match().properties())
                        .distinct()
                        .count()
                < 2;
        Map<Object, Row<C>> latest = new HashMap<>();
        List<Row<C>> all = new ArrayList<>(rows.size());
        for (Row<C> row : rows) {
            Row<C> before = row.isChanged() ? latest.put(identity(row), row) : null;
            boolean isRepeated = before != null
                    && (isOneKey || !before.parent().equals(row.parent()))
                    && row.isIdempotent()
                    && before.isIdempotent()
                    && before.values().equals(row.values());
            all.add(isRepeated ? row.unchanged() : row);
        }
        return all;
    }

    /** Rows that are only to be found are so before any change. A row that is named again changes again, in a later statement. */
    private static <C> List<List<Row<C>>> batches(List<Row<C>> rows) {
        List<List<Row<C>>> batches = new ArrayList<>();
        rows.stream()
                .filter(row -> !row.isChanged())
                .collect(Collectors.groupingBy(Row::shape, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> batches.add(inOrder(same)));
        List<Row<C>> open = rows.stream().filter(Row::isChanged).toList();
        while (!open.isEmpty()) {
            Map<Shape<C>, List<Row<C>>> byShape = new LinkedHashMap<>();
            Set<Object> named = new HashSet<>();
            List<Row<C>> again = new ArrayList<>();
            for (Row<C> row : open) {
                if (named.add(identity(row))) {
                    byShape.computeIfAbsent(row.shape(), unseen -> new ArrayList<>())
                            .add(row);
                } else {
                    again.add(row);
                }
            }
            byShape.values().forEach(same -> batches.add(inOrder(same)));
            open = again;
        }
        return batches;
    }

    /** In the same order whoever names them: an index finds and locks rows as they are named. */
    private static <C> List<Row<C>> inOrder(List<Row<C>> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> identity(row).toString()))
                .toList();
    }

    private static Object identity(Row<?> row) {
        return row.match().properties().isEmpty()
                ? row.parent()
                : List.of(row.match().properties(), RowLookup.comparable(row.match()));
    }

    private Flux<NumberedRow<C>> run(List<Row<C>> rows) {
        return statements
                .query(sql(rows), NumberedRow.reader(entity))
                .map(row -> new NumberedRow<>(rows.get(row.number()).place(), row.entity()));
    }

    private Sql sql(List<Row<C>> rows) {
        KeyedRows<C> chosen = chosen(rows);
        Shape<C> shape = rows.get(0).shape();
        if (!rows.get(0).isChanged()) {
            return statements.keyed().lock(chosen);
        }
        List<KeyedRows.Column> values = new ArrayList<>();
        for (Property<C, ?> property : shape.columns()) {
            values.add(column(property, rows, row -> row.values().get(property)));
        }
        List<RowChange.Amount<C>> amounts = new ArrayList<>();
        shape.operators()
                .forEach((property, operator) -> amounts.add(new RowChange.Amount<>(
                        property, operator, column(property, rows, row -> row.amount(property)))));
        RowChange<C> change =
                new RowChange<>(chosen, shape.columns(), values, amounts, shape.common(), shape.decisive());
        return statements.keyed().update(change).writing(() -> List.of(WrittenRows.of(change)));
    }

    private static <C> KeyedRows.Column column(
            Property<C, ?> property, List<Row<C>> rows, Function<Row<C>, @Nullable Object> value) {
        List<@Nullable Object> each = new ArrayList<>(rows.size());
        rows.forEach(row -> each.add(value.apply(row)));
        return new KeyedRows.Column(property.type(), each);
    }

    private KeyedRows<C> chosen(List<Row<C>> rows) {
        List<Property<C, ?>> key = rows.get(0).match().properties();
        List<KeyedRows.Column> columns =
                RowFinder.columns(key, rows.stream().map(Row::match).toList());
        if (relation != null) {
            columns.addAll(Parents.columns(
                    relation,
                    rows.stream().<List<@Nullable Object>>map(Row::parent).toList()));
        }
        return new KeyedRows<>(entity, key, relation, columns, rows.size());
    }
}

package org.reactiveorm.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Keyset;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;
import org.reactiveorm.sql.SelectRenderer;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Mono;

/** Reads a slice: rows from a cursor on, one more than wanted to know whether there are any left. */
final class SliceReader {

    private static final SelectRenderer SELECT = new SelectRenderer();

    private final Executor executor;
    private final RelationLoader relations;
    private final Cursors cursors;

    SliceReader(Executor executor, RelationLoader relations, Cursors cursors) {
        this.executor = executor;
        this.relations = relations;
        this.cursors = cursors;
    }

    /** Fails with {@link InvalidQueryException} if the cursor is not one of this query. */
    <E, R> Mono<Slice<R>> read(Query<E> query, Projection<E, R> projection, SliceRequest request) {
        return Mono.defer(() -> {
            Keyset<E> keyset = Keyset.of(query.entity(), query.orderBy());
            Sealed sealed = new Sealed(SELECT.identity(query.ordered(keyset.order())), request);
            Keyset<E> direction = request.isBackward() ? keyset.reversed() : keyset;
            @Nullable String cursor = request.cursor();
            List<Condition<E>> parts = cursor == null
                    ? List.of(Condition.always())
                    : direction.parts(cursors.read(sealed.identity(), cursor));
            Query<E> rows = query.ordered(direction.order()).within(Window.all().withTake(request.size() + 1L));
            return rows.isEmpty()
                    ? Mono.just(new Slice<R>(List.of(), null, null))
                    : rows(rows, parts, projection)
                            .flatMap(read -> slice(inOrder(read, direction, parts), sealed, projection));
        });
    }

    private <E, R> Mono<List<PlacedRow<R>>> rows(
            Query<E> query, List<Condition<E>> parts, Projection<E, R> projection) {
        Placed<R> placed = new Placed<>(
                projection.pending(), projection.list().size(), query.orderBy().size());
        Sql sql = parts.size() == 1
                ? SELECT.slice(query.and(parts.get(0)), projection.list())
                : SELECT.slice(query, parts, projection.list());
        return executor.query(sql, placed).collectList();
    }

    /** The server promises the order within a part only. */
    private static <R> List<PlacedRow<R>> inOrder(
            List<PlacedRow<R>> rows, Keyset<?> keyset, List<? extends Condition<?>> parts) {
        if (parts.size() == 1) {
            return rows;
        }
        List<PlacedRow<R>> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(row -> keyset.isInSecondPart(row.place())));
        return ordered;
    }

    private <E, R> Mono<Slice<R>> slice(List<PlacedRow<R>> read, Sealed sealed, Projection<E, R> projection) {
        int size = sealed.request().size();
        boolean isBackward = sealed.request().isBackward();
        boolean isMore = read.size() > size;
        List<PlacedRow<R>> kept = new ArrayList<>(isMore ? read.subList(0, size) : read);
        if (isBackward) {
            Collections.reverse(kept);
        }
        boolean isContinued = sealed.request().cursor() != null;
        boolean hasPrevious = isBackward ? isMore : isContinued;
        boolean hasNext = isBackward ? isContinued : isMore;
        @Nullable String previous = hasPrevious && !kept.isEmpty() ? cursor(kept.get(0), sealed) : null;
        @Nullable String next = hasNext && !kept.isEmpty() ? cursor(kept.get(kept.size() - 1), sealed) : null;
        List<Pending<R>> rows = kept.stream().<Pending<R>>map(PlacedRow::row).toList();
        return relations.load(rows, projection.relations()).map(loaded -> new Slice<>(loaded, previous, next));
    }

    private String cursor(PlacedRow<?> row, Sealed sealed) {
        return cursors.write(sealed.identity(), row.place());
    }

    /** What cursors are sealed with, and what was asked. */
    private record Sealed(String identity, SliceRequest request) {}

    /** A row and the texts of what it is ordered by. */
    private record PlacedRow<R>(Pending<R> row, List<@Nullable String> place) {}

    private record Placed<R>(RowReader<Pending<R>> reader, int columns, int terms) implements RowReader<PlacedRow<R>> {

        @Override
        public PlacedRow<R> read(Row row) {
            List<@Nullable String> place = new ArrayList<>(terms);
            for (int i = 0; i < terms; i++) {
                place.add(row.get(columns + i, String.class));
            }
            return new PlacedRow<>(reader.read(row), place);
        }
    }
}

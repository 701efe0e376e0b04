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
import org.reactiveorm.query.Keyset.Bound;
import org.reactiveorm.query.Keyset.Place;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.Window;
import org.reactiveorm.sql.SelectRenderer;
import org.reactiveorm.sql.Sql;
import reactor.core.publisher.Mono;

/** Reads a slice: rows from a cursor on, one more than wanted to know whether there are any left. */
final class SliceReader {

    private final Executor executor;
    private final RelationLoader relations;
    private final SelectRenderer select;
    private final Cursors cursors;

    SliceReader(Executor executor, RelationLoader relations, SelectRenderer select, Cursors cursors) {
        this.select = select;
        this.executor = executor;
        this.relations = relations;
        this.cursors = cursors;
    }

    /** Fails with {@link InvalidQueryException} if the cursor is not one of this query. */
    <E, R> Mono<Slice<R>> read(Query<E> query, Projection<E, R> projection, SliceRequest request) {
        return Mono.defer(() -> {
            Keyset<E> keyset = Keyset.of(query.entity(), query.orderBy());
            String identity = select.identity(query.ordered(keyset.order()));
            Sealed sealed = new Sealed(identity, request, place(identity, keyset, request.cursor()));
            Keyset<E> direction = request.isBackward() ? keyset.reversed() : keyset;
            List<Condition<E>> parts = parts(query, direction, sealed.place());
            Query<E> rows = query.ordered(direction.order()).within(Window.all().withTake(request.size() + 1L));
            return rows.isEmpty()
                    ? Mono.just(new Slice<R>(List.of(), null, null))
                    : rows(rows, parts, projection)
                            .flatMap(read -> slice(inOrder(read, direction, parts), sealed, projection));
        });
    }

    /** Rows of a union cannot be locked (SQLSTATE 0A000). */
    private static <E> List<Condition<E>> parts(Query<E> query, Keyset<E> keyset, @Nullable Place place) {
        if (place == null) {
            return List.of(Condition.always());
        }
        return query.lock() == null ? keyset.parts(place) : List.of(keyset.after(place));
    }

    /** A cursor has one text more than there are terms if it means its row too. */
    private @Nullable Place place(String identity, Keyset<?> keyset, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<@Nullable String> texts = cursors.read(identity, cursor);
        int terms = keyset.order().size();
        return new Place(texts.subList(0, terms), texts.size() > terms ? Bound.INCLUSIVE : Bound.EXCLUSIVE);
    }

    private <E, R> Mono<List<PlacedRow<R>>> rows(
            Query<E> query, List<Condition<E>> parts, Projection<E, R> projection) {
        Placed<R> placed = new Placed<>(
                projection.pending(), projection.list().size(), query.orderBy().size());
        Sql sql = parts.size() == 1
                ? select.slice(query.and(parts.get(0)), projection.list())
                : select.slice(query, parts, projection.list());
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
        boolean isContinued = sealed.place() != null;
        @Nullable String before = kept.isEmpty() ? atPlace(sealed) : cursor(kept.get(0), sealed);
        @Nullable String after = kept.isEmpty() ? atPlace(sealed) : cursor(kept.get(kept.size() - 1), sealed);
        @Nullable String previous = (isBackward ? isMore : isContinued) ? before : null;
        @Nullable String next = (isBackward ? isContinued : isMore) ? after : null;
        List<Pending<R>> rows = kept.stream().<Pending<R>>map(PlacedRow::row).toList();
        return relations.load(rows, projection.relations()).map(loaded -> new Slice<>(loaded, previous, next));
    }

    /** Beyond the last row the way back begins at the place itself, whose row may be there. */
    private @Nullable String atPlace(Sealed sealed) {
        if (sealed.place() == null || sealed.place().bound() == Bound.INCLUSIVE) {
            return null;
        }
        List<@Nullable String> texts = new ArrayList<>(sealed.place().values());
        texts.add(null);
        return cursors.write(sealed.identity(), texts);
    }

    private String cursor(PlacedRow<?> row, Sealed sealed) {
        return cursors.write(sealed.identity(), row.place());
    }

    /** What cursors are sealed with, what was asked, and from which place. */
    private record Sealed(
            String identity, SliceRequest request, @Nullable Place place) {}

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

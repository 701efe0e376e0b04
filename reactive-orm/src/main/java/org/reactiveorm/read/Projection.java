package org.reactiveorm.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.sql.SelectList;
import reactor.core.publisher.Mono;

/**
 * What is read of each row, and into what. Immutable.
 *
 * @param <E> the entity, or {@code Grouped<…>} for groups
 * @param <R> what a row is read into
 */
public final class Projection<E, R> {

    private final String name;
    private final SelectList<E> list;
    private final RowReader<R> reader;
    private final @Nullable Relations<R> relations;

    private Projection(String name, SelectList<E> list, RowReader<R> reader, @Nullable Relations<R> relations) {
        this.name = name;
        this.list = list;
        this.reader = reader;
        this.relations = relations;
    }

    /** Entities, with the relations that the query includes. */
    public static <E> Projection<E, E> entities(Query<E> query) {
        EntityModel<E> entity = query.entity();
        return new Projection<>(
                entity.name(),
                SelectList.properties(entity.properties()),
                entity.reader(),
                query.includes().isEmpty() ? null : new Relations<>(entity, query.includes()));
    }

    /** What {@code reader} makes of these values; {@code name} is for messages. */
    public static <E, R> Projection<E, R> of(String name, SelectList<E> list, RowReader<R> reader) {
        return new Projection<>(name, list, reader, null);
    }

    /** What a row is called in messages. */
    public String name() {
        return name;
    }

    SelectList<E> list() {
        return list;
    }

    RowReader<R> reader() {
        return reader;
    }

    /** Whether a row alone is not all there is. */
    boolean hasRelations() {
        return relations != null;
    }

    /** The same rows with the relations loaded. */
    Mono<List<R>> complete(Mono<List<R>> rows, IncludeLoader loader) {
        return relations == null
                ? rows
                : rows.flatMap(list -> loader.load(relations.entity(), list, relations.includes()));
    }

    /** Of entities. */
    private record Relations<R>(EntityModel<R> entity, List<Include<R, ?>> includes) {}
}

package org.reactiveorm.read;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.execution.TextRow;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Branch;
import org.reactiveorm.query.Fetch;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.Query;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.SelectList;

/**
 * What is read of each row, and into what. Immutable.
 *
 * @param <E> the entity, or {@code Grouped<…>} for groups
 * @param <R> what a row is read into
 */
public final class Projection<E, R> {

    private final String name;
    private final SelectList<E> list;
    private final Readers<R> readers;
    private final List<RelationPlan<E, ?, ?>> relations;

    private Projection(String name, SelectList<E> list, Readers<R> readers, List<RelationPlan<E, ?, ?>> relations) {
        this.name = name;
        this.list = list;
        this.readers = readers;
        this.relations = relations;
    }

    /** Entities, with the relations that the query includes. */
    public static <E> Projection<E, E> entities(Query<E> query) {
        return entities(query.entity(), query.includes());
    }

    /** Entities with these relations. */
    static <E> Projection<E, E> entities(EntityModel<E> entity, List<Include<E, ?>> includes) {
        RowReader<E> reader = entity.reader();
        return new Projection<>(
                entity.name(),
                SelectList.properties(entity.properties()),
                new Readers<>(reader, row -> new Pending.OfEntity<>(reader.read(row), entity, includes)),
                plans(includes));
    }

    private static <E> List<RelationPlan<E, ?, ?>> plans(List<Include<E, ?>> includes) {
        return includes.isEmpty()
                ? List.of() // as for most reads
                : includes.stream()
                        .<RelationPlan<E, ?, ?>>map(RelationPlan::ofEntities)
                        .toList();
    }

    /** What a fetch makes of values and related rows. */
    public static <E, R> Projection<E, R> of(Fetch<E, R> fetch) {
        SelectList<E> list = SelectList.expressions(fetch.values());
        for (Branch<E, ?, ?> branch : fetch.branches()) {
            list = list.with(branch.include().relation().sourceKey());
        }
        return new Projection<>(
                fetch.name(),
                list,
                readers(fetch, list),
                fetch.branches().stream()
                        .<RelationPlan<E, ?, ?>>map(RelationPlan::ofFetched)
                        .toList());
    }

    private static <E, R> Readers<R> readers(Fetch<E, R> fetch, SelectList<E> list) {
        List<KeyReader> keys = fetch.branches().stream()
                .map(branch -> KeyReader.in(list, branch.include().relation().sourceKey()))
                .toList();
        Fetch.Assembler<R> assembler = fetch.assembler();
        return new Readers<>(row -> assembler.read(row).complete(branch -> List.of()), row -> {
            @Nullable Object[] values = new @Nullable Object[keys.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = keys.get(i).read(row);
            }
            return new Pending.OfShape<>(assembler.read(row), Arrays.asList(values));
        });
    }

    /** What {@code reader} makes of these values; {@code name} is for messages. */
    public static <E, R> Projection<E, R> of(String name, SelectList<E> list, RowReader<R> reader) {
        return new Projection<>(name, list, Readers.of(reader), List.of());
    }

    /** The same that reads these columns too, by which a parent knows its rows. */
    Projection<E, R> with(List<Property<E, ?>> key) {
        return new Projection<>(name, list.with(key), readers, relations);
    }

    /**
     * The same by one statement instead of one for each relation: related rows come inside the rows that they belong to. The
     * objects are equal, though not the same where several rows lead to one.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a relation is loaded level by level
     */
    public Projection<E, R> inOneStatement() {
        if (relations.isEmpty()) {
            return this;
        }
        int values = list.size();
        RowReader<R> whole = row -> {
            Pending<R> pending = readers.pending().read(row);
            return pending.complete(
                    branch -> relations.get(branch).nested(NestedJson.parse(row.get(values + branch, String.class))));
        };
        return new Projection<>(name, nestedList(), Readers.of(whole), List.of());
    }

    /** The list with those of the relations, to any depth. */
    SelectList<E> nestedList() {
        return relations.isEmpty()
                ? list
                : new SelectList.WithRelated<>(
                        list,
                        relations.stream()
                                .<SelectList.RelatedList<E, ?>>map(RelationPlan::nestedList)
                                .toList());
    }

    /** A row of JSON, as {@link #nestedList} asks for it. */
    R nested(List<?> json) {
        Row row = new TextRow(NestedJson.texts(json.get(0)), name);
        return readers.pending()
                .read(row)
                .complete(branch -> relations.get(branch).nested(NestedJson.rows(json.get(branch + 1))));
    }

    /** What a row is called in messages. */
    public String name() {
        return name;
    }

    SelectList<E> list() {
        return list;
    }

    /** Reads rows that need no related ones. */
    RowReader<R> complete() {
        return readers.complete();
    }

    /** Reads rows that have to be completed by {@link RelationLoader#load}. */
    RowReader<Pending<R>> pending() {
        return readers.pending();
    }

    List<RelationPlan<E, ?, ?>> relations() {
        return relations;
    }

    /** Whether a row alone is not all there is. */
    public boolean hasRelations() {
        return !relations.isEmpty();
    }

    /**
     * Fails where a relation that is loaded by a statement of its own could not be, so that nothing is sent before.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if there is no tenant
     */
    void requireScopes(Scopes scopes) {
        for (RelationPlan<E, ?, ?> plan : relations) {
            scopes.of(plan.include().relation().target());
            plan.projection().requireScopes(scopes);
        }
    }

    private record Readers<R>(RowReader<R> complete, RowReader<Pending<R>> pending) {

        static <R> Readers<R> of(RowReader<R> reader) {
            return new Readers<>(reader, row -> new Pending.Complete<>(reader.read(row)));
        }
    }
}

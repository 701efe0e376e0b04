package org.reactiveorm.read;

import java.util.List;
import java.util.function.Function;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Link;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Branch;
import org.reactiveorm.query.Include;
import org.reactiveorm.sql.SelectList;

/**
 * How the related rows of many parents are read by one statement: what is read of each, whose it is, and what a parent gets.
 *
 * @param include the relation, and which of the related rows
 * @param projection what is read of a related row
 * @param owner reads the parent's key
 * @param handle what a parent gets that has these related objects
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 * @param <R> what a related row becomes
 */
record RelationPlan<E, C, R>(
        Include<E, C> include, Projection<C, R> projection, KeyReader owner, Function<List<R>, Object> handle) {

    /** Entities in the handle of their relation. */
    static <E, C> RelationPlan<E, C, C> ofEntities(Include<E, C> include) {
        Relation<E, C> relation = include.relation();
        return of(
                include, Projection.entities(include.query()), include.isPartial() ? relation::part : relation::whole);
    }

    /** Whatever is made of related rows, in a list. */
    static <E, C, R> RelationPlan<E, C, R> ofFetched(Branch<E, C, R> branch) {
        return of(branch.include(), Projection.of(branch.fetch()), List::copyOf);
    }

    /** The parent's key is in the related row, or in columns of the join table after those of the list. */
    private static <E, C, R> RelationPlan<E, C, R> of(
            Include<E, C> include, Projection<C, R> projection, Function<List<R>, Object> handle) {
        return include.relation().link().accept(new Link.Visitor<C, RelationPlan<E, C, R>>() {
            @Override
            public RelationPlan<E, C, R> direct(Link.Direct<C> link) {
                List<Property<C, ?>> key = link.targetKey();
                Projection<C, R> withKey = projection.with(key);
                return new RelationPlan<>(include, withKey, KeyReader.in(withKey.list(), key), handle);
            }

            @Override
            public RelationPlan<E, C, R> through(Link.Through<C> link) {
                KeyReader owner = KeyReader.from(
                        projection.list().size(), include.relation().sourceKey());
                return new RelationPlan<>(include, projection, owner, handle);
            }
        });
    }

    /** Reads related rows, and notes the key of each one's parent. Serves one result. */
    <T> RowReader<T> noting(List<Object> owners, RowReader<T> rows) {
        return row -> {
            Object key = owner.read(row);
            if (key == null) {
                throw new IllegalStateException("A row without a key cannot have matched one");
            }
            owners.add(key);
            return rows.read(row);
        };
    }

    /** What the statement of the parents reads of the related rows. */
    SelectList.RelatedList<E, C> nestedList() {
        if (include.isRecursive()) {
            throw new InvalidQueryException(
                    "%s.%s is recursive, which takes a statement of its own. Leave out inOneStatement()."
                            .formatted(
                                    include.relation().owner(),
                                    include.relation().name()),
                    ErrorContext.of(include.relation().owner()));
        }
        return new SelectList.RelatedList<>(include, projection.nestedList());
    }

    /** What a parent gets that has these related rows. */
    Object nested(List<List<?>> rows) {
        return handle.apply(rows.stream().<R>map(projection::nested).toList());
    }
}

package org.reactiveorm;

import java.util.List;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.Grouping;
import org.reactiveorm.query.Order;
import org.reactiveorm.read.Projection;
import org.reactiveorm.sql.SelectList;

/**
 * Groups of rows. What is computed from a group is an {@code Expression<Grouped<E>, …>}, so the compiler keeps it apart from what
 * is computed from a row. Immutable.
 *
 * <pre>{@code
 * orm.find(USER).groupBy(USER.city)
 *         .having(USER.count().gte(2L))
 *         .orderBy(USER.count().desc())
 *         .select(USER.city.key(), USER.count(), USER.age.avg())
 *         .as(CityStatistics::new)
 *         .all();
 * }</pre>
 *
 * @param <E> the entity whose rows are grouped
 */
public final class GroupSpec<E> implements Selectable<Grouped<E>> {

    private final Engine engine;
    private final Grouping<E> grouping;

    GroupSpec(Engine engine, Grouping<E> grouping) {
        this.engine = engine;
        this.grouping = grouping;
    }

    private GroupSpec<E> with(Grouping<E> next) {
        return new GroupSpec<>(engine, next);
    }

    /** Only groups for which all conditions hold, together with those of earlier calls. */
    @SafeVarargs
    public final GroupSpec<E> having(Condition<Grouped<E>>... conditions) {
        return with(grouping.and(Condition.all(conditions)));
    }

    /**
     * Ordered by these terms, after those of earlier calls.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null
     */
    @SafeVarargs
    public final GroupSpec<E> orderBy(Order<Grouped<E>>... terms) {
        return with(grouping.thenBy(terms));
    }

    /**
     * Leaves out so many groups at the beginning.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public GroupSpec<E> skip(long groups) {
        return with(grouping.within(grouping.window().withSkip(groups)));
    }

    /**
     * At most so many groups; 0 answers nothing and sends nothing.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if negative
     */
    public GroupSpec<E> take(long groups) {
        return with(grouping.within(grouping.window().withTake(groups)));
    }

    /** {@inheritDoc} The terminals count groups; there are pages of them, but no slices. */
    @Override
    public <R> FindResults<R> select(List<? extends Expression<Grouped<E>, ?>> values, RowReader<R> reader) {
        Selecting.require(values, reader);
        String name = "group of " + grouping.rows().entity().name();
        Projection<Grouped<E>, R> projection = Projection.of(name, SelectList.expressions(values), reader);
        return new GroupResults<>(engine.groups(), grouping, projection);
    }

    /** Any number of values of each group; up to four have methods of their own. */
    @SafeVarargs
    public final SelectionOfMany<Grouped<E>> select(Expression<Grouped<E>, ?>... values) {
        return new SelectionOfMany<>(this, Selecting.of(values));
    }

    @Override
    public <R> FindResults<R> select(List<? extends Expression<Grouped<E>, ?>> values, Class<R> shape) {
        return select(values, engine.models().reader(shape, values));
    }
}

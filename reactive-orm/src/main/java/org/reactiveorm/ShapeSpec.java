package org.reactiveorm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.read.Projection;

/**
 * Reads a query's rows into shapes. Immutable.
 *
 * @param <E> the entity
 * @param <S> the shape
 */
public final class ShapeSpec<E, S> implements ForwardedResults<S> {

    private final FindSpec<E, ?> find;
    private final EntityShape<E, S> shape;
    private final Map<String, Object> values;

    ShapeSpec(FindSpec<E, ?> find, EntityShape<E, S> shape, Map<String, Object> values) {
        this.find = find;
        this.shape = shape;
        this.values = values;
    }

    /**
     * Gives a parameter of the shape its value, {@code :name} in its annotations. The terminals fail with {@link
     * InvalidQueryException}, before any SQL, if one has none or does not fit.
     *
     * @throws InvalidQueryException if the name or the value is null
     */
    public ShapeSpec<E, S> bind(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(Arguments.named(name), Arguments.given(name, value));
        return new ShapeSpec<>(find, shape, all);
    }

    @Override
    public FindResults<S> results() {
        Arguments arguments = Arguments.of(shape.name(), shape.parameters(), values);
        return find.results(Projection.of(shape.fetch().apply(arguments)));
    }
}

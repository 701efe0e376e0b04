package org.reactiveorm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.read.Projection;

/**
 * Reads the rows of a change into shapes. Immutable.
 *
 * @param <E> the entity
 * @param <S> the shape
 */
public final class ReturnedShape<E, S> implements ForwardedChange<S> {

    private final Function<Projection<E, S>, Results<S>> change;
    private final EntityShape<E, S> shape;
    private final Map<String, Object> values;

    ReturnedShape(Function<Projection<E, S>, Results<S>> change, EntityShape<E, S> shape, Map<String, Object> values) {
        this.change = change;
        this.shape = shape;
        this.values = values;
    }

    /**
     * Gives a parameter of the shape its value, {@code :name} in its annotations. The terminals fail with {@link
     * InvalidQueryException}, before any SQL, if one has none or does not fit.
     *
     * @throws InvalidQueryException if the name or the value is null
     */
    public ReturnedShape<E, S> bind(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put(Arguments.named(name), Arguments.given(name, value));
        return new ReturnedShape<>(change, shape, all);
    }

    @Override
    public Results<S> results() {
        Arguments arguments = Arguments.of(shape.name(), shape.parameters(), values);
        return change.apply(Projection.of(shape.fetch().apply(arguments)));
    }
}

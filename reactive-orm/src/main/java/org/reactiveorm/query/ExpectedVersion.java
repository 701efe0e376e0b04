package org.reactiveorm.query;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;

/**
 * The version that a row has to have for a change of it to be made: the one that whoever makes the change has seen.
 *
 * @param column the entity's {@code @Version}
 * @param value the version
 * @param <E> the entity
 */
public record ExpectedVersion<E>(Column<E, ?> column, Object value) implements Change<E> {

    /**
     * This version.
     *
     * @throws InvalidQueryException if the entity has no {@code @Version}, or none can be so large
     */
    public static <E> ExpectedVersion<E> of(EntityModel<E> entity, long version) {
        Property<E, ?> property = entity.version();
        if (property == null) {
            throw new InvalidQueryException(
                    "%s has no @Version, so none can be expected. Put @Version on an int or long of it, or leave ifVersion(…) out."
                            .formatted(entity.name()),
                    ErrorContext.of(entity.name()));
        }
        Column<E, ?> column = new ValueColumn<>(entity.name(), property);
        return new ExpectedVersion<>(column, column.valueOf(version));
    }

    /** The version that an entity has; null if its class has no {@code @Version}. */
    static <E> @Nullable ExpectedVersion<E> of(EntityValues<E> entity) {
        Property<E, ?> property = entity.entity().version();
        return property == null
                ? null
                : new ExpectedVersion<>(
                        new ValueColumn<>(entity.entity().name(), property), entity.requireValue(property));
    }

    /** Holds for rows of this version. */
    public Condition<E> condition() {
        return column.is(Operator.EQ, value);
    }

    /** What is signalled if the row with this id has another version, or is gone. */
    public StaleEntityException stale(Object id) {
        return new StaleEntityException(column.entity(), IdText.readable(id), value);
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<E, R> visitor) {
        return visitor.expected(this);
    }
}

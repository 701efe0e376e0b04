package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;

/**
 * An entity that the caller holds, as the values of its columns at the time when it was given. Relations are not among them: their
 * foreign keys are.
 *
 * @param entity the entity's model
 * @param values the value of every column; not changed any more
 * @param <E> the entity
 */
public record EntityValues<E>(EntityModel<E> entity, RowValues<E> values) {

    /**
     * The values that it has now.
     *
     * @throws InvalidQueryException if there is no entity
     */
    public static <E> EntityValues<E> of(EntityModel<E> entity, @Nullable E given) {
        if (given == null) {
            throw new InvalidQueryException(
                    "The %s is null. Leave it out.".formatted(entity.name()), ErrorContext.of(entity.name()));
        }
        RowValues<E> values = RowValues.of(entity);
        for (Property<E, ?> property : entity.properties()) {
            values.set(property, valueOf(given, new ValueColumn<>(entity.name(), property)));
        }
        return new EntityValues<>(entity, values);
    }

    /** A list that the caller changes later is copied. */
    private static <E, T> @Nullable T valueOf(E entity, Column<E, T> column) {
        T value = column.property().get(entity);
        return value == null ? null : Operands.fitting(column, value);
    }

    /**
     * What is inserted: every value as it is, but for those that are made. An id that is generated is drawn if it is null, 0 or the
     * nil UUID; moments and the version are made always; a null in a column that is NOT NULL and has a default takes the
     * default.
     *
     * @throws InvalidQueryException if a value is null, its column is NOT NULL, and nothing makes one
     */
    public Draft<E> draft() {
        Draft<E> draft = Draft.of(entity);
        for (Property<E, ?> property : entity.properties()) {
            if (!isMade(property)) {
                draft = draft.with(property, requireWritable(property));
            }
        }
        return draft;
    }

    private boolean isMade(Property<E, ?> property) {
        Object value = values.get(property);
        return switch (property.source().kind()) {
            case GIVEN -> false;
            case TENANT, DELETION -> value == null;
            case DEFAULT, SUPPLIED -> value == null && !property.isNullable();
            case IDENTITY, SEQUENCE, UUID_V7, DATABASE_UUID -> value == null || UnsavedId.is(value);
            case CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, VERSION, COMPUTED -> true;
        };
    }

    /**
     * What an update sets: all columns but the id, what the database computes, and what every update makes or keeps.
     *
     * @throws InvalidQueryException if a value is null and its column is NOT NULL
     */
    public List<Assignment<E>> assignments() {
        List<Assignment<E>> assignments = new ArrayList<>();
        for (Property<E, ?> property : updated(entity)) {
            assignments.add(assignment(property));
        }
        return assignments;
    }

    @SuppressWarnings("unchecked") // the value is the property's own
    private <T> Assignment<E> assignment(Property<E, T> property) {
        return new Assignment<>(property, new Literal<>(property.type(), (T) requireWritable(property)));
    }

    /** The columns that an update of a whole entity sets. */
    static <E> List<Property<E, ?>> updated(EntityModel<E> entity) {
        return entity.properties().stream()
                .filter(property -> !entity.primaryKey().properties().contains(property) && !isKept(property))
                .toList();
    }

    private static boolean isKept(Property<?, ?> property) {
        return switch (property.source().kind()) {
            case CREATED_AT, CREATED_BY, UPDATED_AT, UPDATED_BY, VERSION, COMPUTED, TENANT, DELETION -> true;
            case GIVEN, DEFAULT, SUPPLIED, IDENTITY, SEQUENCE, UUID_V7, DATABASE_UUID -> false;
        };
    }

    /** The row with the entity's id, and its version if it has one. */
    public Condition<E> isThere() {
        List<Condition<E>> equal = new ArrayList<>();
        for (Property<E, ?> property : entity.primaryKey().properties()) {
            equal.add(new ValueColumn<>(entity.name(), property).is(Operator.EQ, requireValue(property)));
        }
        ExpectedVersion<E> version = version();
        if (version != null) {
            equal.add(version.condition());
        }
        return Condition.all(equal);
    }

    /** The id, as a list where it has several columns. */
    public Object id() {
        List<Object> id = idValues();
        return id.size() == 1 ? id.get(0) : id;
    }

    /**
     * The id's values in the order of the primary key.
     *
     * @throws InvalidQueryException if one is null
     */
    List<Object> idValues() {
        return entity.primaryKey().properties().stream()
                .<Object>map(this::requireValue)
                .toList();
    }

    /** The version that the row is expected to have, or null if the entity has no {@code @Version}. */
    public @Nullable ExpectedVersion<E> version() {
        return ExpectedVersion.of(this);
    }

    /** A value that says which row is meant. */
    Object requireValue(Property<E, ?> property) {
        Object value = values.get(property);
        if (value == null) {
            throw refused(
                    property, "%s.%s is null, so it does not say which row is meant. Give an entity that was read.");
        }
        return value;
    }

    /** A value that fits its column. */
    @Nullable
    Object requireWritable(Property<E, ?> property) {
        Object value = values.get(property);
        if (value == null && !property.isNullable()) {
            throw refused(property, "%s.%s must not be null. Give a value, or mark the component @Nullable.");
        }
        return value;
    }

    private InvalidQueryException refused(Property<E, ?> property, String message) {
        return new InvalidQueryException(
                message.formatted(entity.name(), property.name()),
                ErrorContext.of(entity.name()).withProperties(List.of(property.name())));
    }
}

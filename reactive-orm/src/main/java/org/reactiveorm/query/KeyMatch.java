package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;

/**
 * The row that has these values in the columns of a unique key.
 *
 * @param properties the key's columns; none: the only row there can be
 * @param values their values, in the same order
 * @param <E> the entity
 */
public record KeyMatch<E>(List<Property<E, ?>> properties, List<Object> values) {

    /** Keeps its own copies. */
    public KeyMatch {
        properties = List.copyOf(properties);
        values = List.copyOf(values);
    }

    /** No column: whatever is related by a to-one relation. */
    public static <E> KeyMatch<E> only() {
        return new KeyMatch<>(List.of(), List.of());
    }

    /** The same row, if it has this version. */
    public KeyMatch<E> in(ExpectedVersion<E> version) {
        List<Property<E, ?>> columns = new ArrayList<>(properties);
        columns.add(version.column().property());
        List<Object> all = new ArrayList<>(values);
        all.add(version.value());
        return new KeyMatch<>(columns, all);
    }

    /** The row with this id. */
    static <E, I> KeyMatch<E> byId(EntityRef<E, I> entity, I id) {
        return new KeyMatch<>(
                entity.model().primaryKey().properties(),
                entity.idValues(entity.model().requireId(id)));
    }

    /**
     * The row for which the condition holds.
     *
     * @throws InvalidQueryException unless the condition gives values for all columns of one unique key, and nothing else
     */
    static <E> KeyMatch<E> by(EntityModel<E> entity, Condition<E> condition) {
        return UniqueMatch.of(entity, Operands.given(condition)).orElseThrow(() -> notUnique(entity));
    }

    static <E, I> List<KeyMatch<E>> byIds(EntityRef<E, I> entity, @Nullable Collection<? extends I> ids) {
        List<KeyMatch<E>> matches = new ArrayList<>();
        InvalidQueryException.requireGiven(ids, "The ids are null. Give an empty collection for none.")
                .forEach(id -> matches.add(byId(entity, id)));
        return matches;
    }

    static <E> List<KeyMatch<E>> by(EntityModel<E> entity, Condition<E> first, Condition<E> @Nullable [] more) {
        List<KeyMatch<E>> matches = new ArrayList<>();
        matches.add(by(entity, first));
        Operands.allGiven(more, "A condition is null. Leave it out.")
                .forEach(condition -> matches.add(by(entity, condition)));
        return matches;
    }

    private static InvalidQueryException notUnique(EntityModel<?> entity) {
        String keys = entity.keys().stream().map(KeyMatch::names).collect(Collectors.joining("; "));
        return new InvalidQueryException(
                "One %s is meant, but the condition is not the equality of exactly one unique key. Use eq(…) for: %s."
                        .formatted(entity.name(), keys),
                ErrorContext.of(entity.name()));
    }

    private static String names(Key<?> key) {
        return String.join(
                " and ", key.properties().stream().map(Property::name).toList());
    }
}

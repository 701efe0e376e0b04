package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;

/**
 * Finds what keeps rows apart: the primary key, unique constraints, partial unique indexes.
 *
 * @param entity the entity
 * @param <E> the entity
 */
public record UniqueKeys<E>(EntityModel<E> entity) {

    /**
     * The key of these columns, in any order; one of all rows rather than a partial one.
     *
     * @throws InvalidQueryException if a column is null, or no key, or several partial ones have these columns
     */
    @SafeVarargs
    public final Key<E> of(Column<E, ?>... columns) {
        List<Column<E, ?>> given = Operands.allGiven(
                columns, "A column of the key to find rows by is null. Give columns of the entity's typed model.");
        Set<Property<E, ?>> wanted = new HashSet<>();
        given.forEach(column -> wanted.add(column.property()));
        String names = given.stream().map(column -> column.property().name()).collect(Collectors.joining(", "));
        List<Key<E>> found = all().stream()
                .filter(key -> wanted.equals(new HashSet<>(key.properties())))
                .toList();
        if (found.isEmpty()) {
            throw refused("No unique key of %s is of (%s). It has: %s. Declare one with @Unique."
                    .formatted(entity.name(), names, described()));
        }
        if (found.size() > 1 && found.get(0).where() != null) {
            throw refused("Several partial unique indexes of %s are of (%s). Name one with onKey(…). It has: %s."
                    .formatted(entity.name(), names, described()));
        }
        return found.get(0);
    }

    /**
     * The key with this name in the database.
     *
     * @throws InvalidQueryException if there is none
     */
    public Key<E> named(String name) {
        String given = InvalidQueryException.requireGiven(
                name, "The name of the key to find rows by is null. Give the constraint's or index's name.");
        return all().stream()
                .filter(key -> key.name().equals(given))
                .findFirst()
                .orElseThrow(() -> refused("%s has no unique key with the name '%s'. It has: %s."
                        .formatted(entity.name(), given, described())));
    }

    /** Keys of all rows come first. */
    private List<Key<E>> all() {
        List<Key<E>> keys = new ArrayList<>(entity.keys());
        keys.addAll(entity.partialKeys());
        return keys;
    }

    private String described() {
        return all().stream()
                .map(key -> key.name()
                        + key.properties().stream().map(Property::name).collect(Collectors.joining(", ", " (", ")")))
                .collect(Collectors.joining(", "));
    }

    private InvalidQueryException refused(String message) {
        return new InvalidQueryException(message, ErrorContext.of(entity.name()));
    }
}

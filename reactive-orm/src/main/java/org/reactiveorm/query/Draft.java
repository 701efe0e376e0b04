package org.reactiveorm.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;

/**
 * The values of a new entity and the new entities that are created with it. Immutable: each step is a new draft that
 * shares the earlier steps, so a half-built one can be kept and branched. A column that is left out takes its default, one
 * that is set to null is NULL.
 *
 * @param <E> the entity
 */
public final class Draft<E> implements New<E> {

    private final EntityModel<E> entity;
    private final @Nullable Draft<E> previous;
    private final @Nullable Assignment<E> assignment;
    private final @Nullable Children<E, ?> children;

    private Draft(
            EntityModel<E> entity,
            @Nullable Draft<E> previous,
            @Nullable Assignment<E> assignment,
            @Nullable Children<E, ?> children) {
        this.entity = entity;
        this.previous = previous;
        this.assignment = assignment;
        this.children = children;
    }

    /** A new entity without any values. */
    public static <E> Draft<E> of(EntityModel<E> entity) {
        return new Draft<>(entity, null, null, null);
    }

    /**
     * The same with these values; a column that is set again takes the later value.
     *
     * @throws InvalidQueryException if a value is computed from the row, which does not exist yet
     */
    @SafeVarargs
    public final Draft<E> set(Assignment<E>... assignments) {
        Draft<E> next = this;
        for (Assignment<E> each : assignments) {
            if (!(each.value() instanceof Literal<?, ?>)) {
                throw new InvalidQueryException(
                        "%s.%s is computed from a row that does not exist yet. Give a value with to(…)."
                                .formatted(entity.name(), each.property().name()),
                        ErrorContext.of(entity.name()));
            }
            next = new Draft<>(entity, next, each, null);
        }
        return next;
    }

    /** The same with new entities that are created with it and belong to it. */
    public <C> Draft<E> create(RelationRef<E, C> relation, Collection<? extends Nested<C>> related) {
        List<Draft<C>> drafts = related.stream().<Draft<C>>map(Nested::draft).toList();
        return new Draft<>(entity, this, null, new Children<>(relation.relation(), drafts));
    }

    /** The same with new entities that are created with it and belong to it. */
    @SafeVarargs
    public final <C> Draft<E> create(RelationRef<E, C> relation, Nested<C>... related) {
        return create(relation, Arrays.asList(related));
    }

    @Override
    public Draft<E> draft() {
        return this;
    }

    /** The entity. */
    public EntityModel<E> entity() {
        return entity;
    }

    /** The values that were given, in the order in which the columns were first set. */
    public Map<Property<E, ?>, Literal<E, ?>> values() {
        Map<Property<E, ?>, Literal<E, ?>> values = new LinkedHashMap<>();
        for (Draft<E> step : steps()) {
            if (step.assignment != null) {
                values.put(step.assignment.property(), (Literal<E, ?>) step.assignment.value());
            }
        }
        return values;
    }

    /** The new entities that are created with it, in the order given. */
    public List<Children<E, ?>> children() {
        List<Children<E, ?>> all = new ArrayList<>();
        for (Draft<E> step = this; step != null; step = step.previous) {
            if (step.children != null) {
                all.add(step.children);
            }
        }
        Collections.reverse(all);
        return all;
    }

    /**
     * Checks that every required column was given, except those that the relation to a parent fills.
     *
     * @throws InvalidQueryException naming all that are missing
     */
    public void requireComplete(Collection<? extends Property<E, ?>> filledByOthers) {
        List<String> missing = new ArrayList<>();
        for (Property<E, ?> property : entity.properties()) {
            if (property.isRequired() && !isGiven(property) && !filledByOthers.contains(property)) {
                missing.add(property.name());
            }
        }
        if (!missing.isEmpty()) {
            throw new InvalidQueryException(
                    "A new %s needs values for: %s.".formatted(entity.name(), String.join(", ", missing)),
                    ErrorContext.of(entity.name()));
        }
    }

    private boolean isGiven(Property<E, ?> property) {
        for (Draft<E> step = this; step != null; step = step.previous) {
            if (step.assignment != null && step.assignment.property().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private Deque<Draft<E>> steps() {
        Deque<Draft<E>> steps = new ArrayDeque<>();
        for (Draft<E> step = this; step != null; step = step.previous) {
            steps.addFirst(step);
        }
        return steps;
    }

    /**
     * New entities that are created together with the one that has the relation.
     *
     * @param relation the relation
     * @param drafts the new entities
     * @param <E> the entity that has the relation
     * @param <C> the related entity
     */
    public record Children<E, C>(Relation<E, C> relation, List<Draft<C>> drafts) {

        /** Keeps its own copy. */
        public Children {
            drafts = List.copyOf(drafts);
        }
    }
}

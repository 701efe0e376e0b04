package org.reactiveorm.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.RowValues;

/**
 * The values of a new entity and the new entities that are created with it. Immutable: each step is a new draft that
 * shares the earlier steps, so a half-built one can be kept and branched. A column that is left out takes its default, one
 * that is set to null is NULL.
 *
 * @param <E> the entity
 */
public final class Draft<E> implements New<E> {

    private static final String NO_ATTACHMENT = "What is related to a new entity is null. Leave it out.";

    private final EntityModel<E> entity;
    private final @Nullable Draft<E> previous;
    private final @Nullable Property<E, ?> property;
    private final @Nullable Object value; // of the property
    private final @Nullable Attachment<E, ?> attachment;

    private Draft(EntityModel<E> entity) {
        this.entity = entity;
        this.previous = null;
        this.property = null;
        this.value = null;
        this.attachment = null;
    }

    private Draft(
            Draft<E> previous,
            @Nullable Property<E, ?> property,
            @Nullable Object value,
            @Nullable Attachment<E, ?> attachment) {
        this.entity = previous.entity;
        this.previous = previous;
        this.property = property;
        this.value = value;
        this.attachment = attachment;
    }

    /** A new entity without any values. */
    public static <E> Draft<E> of(EntityModel<E> entity) {
        return new Draft<>(entity);
    }

    /** A new entity with these values; used by the library. */
    public static <E> Draft<E> of(EntityModel<E> entity, RowValues<E> values) {
        Draft<E> draft = of(entity);
        for (Property<E, ?> property : entity.properties()) {
            if (values.has(property)) {
                draft = draft.with(property, values.get(property));
            }
        }
        return draft;
    }

    /** Whether this column was given a value, or NULL. */
    public boolean has(Column<E, ?> column) {
        return stepOf(column) != null;
    }

    /** The value that this column was given; null for NULL, and where there is none. */
    @SuppressWarnings("unchecked") // a step has a value of its own property
    public <T> @Nullable T get(Column<E, T> column) {
        Draft<E> step = stepOf(column);
        return step == null ? null : (T) step.value;
    }

    private @Nullable Draft<E> stepOf(Column<E, ?> column) {
        Property<E, ?> wanted = InvalidQueryException.requireGiven(
                        column, "The column is null. Give one of the entity's typed model.")
                .property();
        Draft<E> step = this;
        while (step != null && step.property != wanted) {
            step = step.previous;
        }
        return step;
    }

    /**
     * The same with this value, null for NULL; a column that is set again takes the later value.
     *
     * @throws InvalidQueryException if there is no column, or the value is null and the column is NOT NULL
     */
    public <T> Draft<E> set(Column<E, T> column, @Nullable T given) {
        Column<E, T> known = InvalidQueryException.requireGiven(
                column, "The column to set is null. Give one of the entity's typed model.");
        return new Draft<>(this, known.property(), Operands.assignable(known, given), null);
    }

    /** The same with a value that is known to fit. */
    Draft<E> with(Property<E, ?> given, @Nullable Object fitting) {
        return new Draft<>(this, given, fitting, null);
    }

    /**
     * The same with these values; a column that is set again takes the later value.
     *
     * @throws InvalidQueryException if one is null, or a value is computed from the row, which does not exist yet
     */
    @SafeVarargs
    public final Draft<E> set(Assignment<E>... assignments) {
        Draft<E> next = this;
        for (Assignment<E> each : Operands.assignments(assignments)) {
            if (!(each.value() instanceof Literal<?, ?> literal)) {
                throw new InvalidQueryException(
                        "%s.%s is computed from a row that does not exist yet. Give a value with to(…)."
                                .formatted(entity.name(), each.property().name()),
                        ErrorContext.of(entity.name()));
            }
            next = new Draft<>(next, each.property(), literal.value(), null);
        }
        return next;
    }

    /** The same with new entities that are created with it and belong to it. */
    public <C> Draft<E> create(RelationRef<E, C> relation, Collection<? extends Nested<C>> related) {
        return new Draft<>(this, null, null, new Attachment.Create<>(relation.relation(), Operands.drafts(related)));
    }

    /** The same with new entities that are created with it and belong to it. */
    @SafeVarargs
    public final <C> Draft<E> create(RelationRef<E, C> relation, Nested<C>... related) {
        return create(relation, Arrays.asList(related));
    }

    /**
     * The same with rows that are created with it, or are there already, and belong to it.
     *
     * @throws InvalidQueryException if one is null
     */
    @SafeVarargs
    public final Draft<E> with(Attachment<E, ?>... attachments) {
        Draft<E> next = this;
        for (Attachment<E, ?> each : Operands.allGiven(attachments, NO_ATTACHMENT)) {
            next = new Draft<>(next, null, null, each);
        }
        return next;
    }

    /**
     * The same with what is said about this relation; used by generated code.
     *
     * @throws InvalidQueryException if it is about another relation
     */
    public <C> Draft<E> with(RelationRef<E, C> relation, Attachment<E, C> attachment) {
        Relation<E, C> given =
                InvalidQueryException.requireGiven(attachment, NO_ATTACHMENT).relation();
        if (given != relation.relation()) {
            throw new InvalidQueryException(
                    "What is given for %s.%s is about %s.%s."
                            .formatted(entity.name(), relation.relation().name(), given.owner(), given.name()),
                    ErrorContext.of(entity.name())
                            .withProperties(List.of(relation.relation().name())));
        }
        return with(attachment);
    }

    @Override
    public Draft<E> draft() {
        return this;
    }

    /** The entity. */
    public EntityModel<E> entity() {
        return entity;
    }

    /** The values that were given; the caller may add to them. */
    public RowValues<E> values() {
        RowValues<E> values = RowValues.of(entity);
        for (Draft<E> step = this; step != null; step = step.previous) {
            if (step.property != null && !values.has(step.property)) {
                values.set(step.property, step.value);
            }
        }
        return values;
    }

    /** What is related to the new entity, in the order given. */
    public List<Attachment<E, ?>> attachments() {
        List<Attachment<E, ?>> all = List.of();
        for (Draft<E> step = this; step != null; step = step.previous) {
            if (step.attachment != null) {
                all = all.isEmpty() ? new ArrayList<>() : all;
                all.add(step.attachment);
            }
        }
        Collections.reverse(all);
        return all;
    }
}

package org.reactiveorm.write;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.PublicClass;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Arithmetic;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.ValueColumn;
import org.reactiveorm.scope.Scopes;

/**
 * The values that the library makes itself, with one moment and one auditor for the whole operation. Moments have microseconds, as
 * PostgreSQL stores them, so that what is returned equals what is read again.
 */
final class GeneratedValues {

    private final Instant now;
    private final Scopes scopes;
    private final @Nullable Object auditor;

    private GeneratedValues(Instant now, Scopes scopes, @Nullable Object auditor) {
        this.now = now;
        this.scopes = scopes;
        this.auditor = auditor;
    }

    /** The values of an operation that happens now, of a subscriber with these scopes, by nobody who is known. */
    static GeneratedValues at(Clock clock, Scopes scopes) {
        return new GeneratedValues(clock.instant().truncatedTo(ChronoUnit.MICROS), scopes, null);
    }

    /** Which rows the operation sees. */
    Scopes scopes() {
        return scopes;
    }

    /** Gives a new row its tenant, or checks the one it has. */
    <E> void forTenant(EntityModel<E> entity, RowValues<E> values) {
        scopes.stamp(entity, values);
    }

    /** What is assigned instead of a delete, which it is an update for as far as generated values go. */
    <E, T> List<Assignment<E>> forDeletion(EntityModel<E> entity, Property<E, T> deletion) {
        Object value = deletion.isNullable() ? moment(deletion) : true;
        Assignment<E> deleted = new Assignment<>(
                deletion, new Literal<>(deletion.type(), deletion.type().convert(value)));
        return forUpdate(entity, List.of(deleted));
    }

    /** The update that is sent instead of a delete. */
    <E> Update<E> marking(Delete<E> delete, Property<E, ?> deletion) {
        return Update.of(delete.entity(), delete.where())
                .assigning(forDeletion(delete.entity(), deletion))
                .choosing(delete.choice());
    }

    /** The same by somebody. */
    GeneratedValues by(Object who) {
        return new GeneratedValues(now, scopes, who);
    }

    /**
     * Adds the value of a column that the caller left out, if it is one that the library makes.
     *
     * @throws InvalidQueryException if there is no value that fits
     */
    <E> void forInsert(EntityModel<E> entity, Property<E, ?> property, RowValues<E> values) {
        switch (property.source().kind()) {
            case UUID_V7 -> values.set(property, UuidV7.next());
            case CREATED_AT, UPDATED_AT -> values.set(property, moment(property));
            case CREATED_BY, UPDATED_BY -> values.set(property, auditor(entity, property));
            case SUPPLIED -> values.set(property, supplied(entity, property));
            case VERSION -> values.set(property, property.type().convert(0));
            case DELETION -> {
                if (!property.isNullable()) {
                    values.set(property, property.type().convert(false));
                }
            }
            case GIVEN, DEFAULT, COMPUTED, IDENTITY, SEQUENCE, DATABASE_UUID, TENANT -> {
                // given by the caller, made by the database, or NULL
            }
        }
    }

    /**
     * The assignments with those that every update makes; a value that the caller gives wins.
     *
     * @throws InvalidQueryException if there is no auditor that fits
     */
    <E> List<Assignment<E>> forUpdate(EntityModel<E> entity, List<Assignment<E>> assignments) {
        assignments.forEach(assignment -> requireOwnTenant(entity, assignment));
        List<Assignment<E>> all = new ArrayList<>(assignments);
        for (Property<E, ?> property : entity.properties()) {
            if (!isAssigned(property, assignments)) {
                touch(entity, property, all);
            }
        }
        return all;
    }

    private <E> void requireOwnTenant(EntityModel<E> entity, Assignment<E> assignment) {
        if (assignment.property() == entity.tenant()) {
            scopes.requireOwn(entity, assignment.value() instanceof Literal<?, ?> literal ? literal.value() : null);
        }
    }

    private static <E> boolean isAssigned(Property<E, ?> property, List<Assignment<E>> assignments) {
        for (Assignment<E> assignment : assignments) {
            if (assignment.property() == property) {
                return true;
            }
        }
        return false;
    }

    private <E, T> void touch(EntityModel<E> entity, Property<E, T> property, List<Assignment<E>> assignments) {
        switch (property.source().kind()) {
            case UPDATED_AT ->
                assignments.add(new Assignment<>(
                        property, new Literal<>(property.type(), property.type().convert(moment(property)))));
            case UPDATED_BY ->
                assignments.add(new Assignment<>(property, new Literal<>(property.type(), auditor(entity, property))));
            case VERSION -> assignments.add(next(entity, property));
            case GIVEN,
                    DEFAULT,
                    COMPUTED,
                    SUPPLIED,
                    IDENTITY,
                    SEQUENCE,
                    UUID_V7,
                    DATABASE_UUID,
                    CREATED_AT,
                    CREATED_BY,
                    TENANT,
                    DELETION -> {
                // not touched by an update
            }
        }
    }

    @SuppressWarnings("unchecked") // the processor lets only int and long be a version
    private static <E, T, N extends Number> Assignment<E> next(EntityModel<E> entity, Property<E, T> property) {
        Property<E, N> version = (Property<E, N>) property;
        Literal<E, N> one = new Literal<>(version.type(), version.type().convert(1));
        return new Assignment<>(
                version, new Arithmetic<>(new ValueColumn<>(entity.name(), version), Arithmetic.Operator.PLUS, one));
    }

    private <T> @Nullable T auditor(EntityModel<?> entity, Property<?, T> property) {
        if (auditor == null) {
            if (property.isNullable()) {
                return null;
            }
            throw refused(
                    entity,
                    property,
                    "%s.%s needs to know who is at work, but nobody is named. Give it a value, name somebody with contextWrite(Auditor.context(…)), give the builder of ReactiveOrm an auditor, or mark the component @Nullable."
                            .formatted(entity.name(), property.name()),
                    null);
        }
        return fitting(entity, property, "auditor", auditor);
    }

    private static <T> @Nullable T supplied(EntityModel<?> entity, Property<?, T> property) {
        Object value =
                Objects.requireNonNull(property.source().supplier(), "supplier").get();
        if (value == null && !property.isNullable()) {
            throw refused(
                    entity,
                    property,
                    "The default of %s.%s is supplied as null, but the column must not be null. Let its supplier make a value, or mark the component @Nullable."
                            .formatted(entity.name(), property.name()),
                    null);
        }
        return value == null ? null : fitting(entity, property, "supplied default", value);
    }

    private static <T> T fitting(EntityModel<?> entity, Property<?, T> property, String what, Object value) {
        try {
            return property.type().convert(value);
        } catch (IllegalArgumentException unfit) {
            throw refused(
                    entity,
                    property,
                    "The %s '%s' (%s) does not fit %s.%s: %s."
                            .formatted(
                                    what,
                                    value,
                                    PublicClass.of(value).getSimpleName(),
                                    entity.name(),
                                    property.name(),
                                    unfit.getMessage()),
                    unfit);
        }
    }

    private static InvalidQueryException refused(
            EntityModel<?> entity, Property<?, ?> property, String message, @Nullable Throwable cause) {
        return new InvalidQueryException(
                message, ErrorContext.of(entity.name()).withProperties(List.of(property.name())), cause);
    }

    private Object moment(Property<?, ?> property) {
        Class<?> type = property.type().javaType();
        if (type == OffsetDateTime.class) {
            return now.atOffset(ZoneOffset.UTC);
        }
        return type == LocalDateTime.class ? LocalDateTime.ofInstant(now, ZoneOffset.UTC) : now;
    }
}

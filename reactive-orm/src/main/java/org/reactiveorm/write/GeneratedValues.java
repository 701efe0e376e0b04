package org.reactiveorm.write;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Arithmetic;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Delete;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Update;
import org.reactiveorm.query.ValueColumn;
import org.reactiveorm.scope.Scopes;

/**
 * The values that the library makes itself, with one moment for the whole operation. Moments have microseconds, as
 * PostgreSQL stores them, so that what is returned equals what is read again.
 */
final class GeneratedValues {

    private final Instant now;
    private final Scopes scopes;

    private GeneratedValues(Instant now, Scopes scopes) {
        this.now = now;
        this.scopes = scopes;
    }

    /** The values of an operation that happens now, of a subscriber with these scopes. */
    static GeneratedValues at(Clock clock, Scopes scopes) {
        return new GeneratedValues(clock.instant().truncatedTo(ChronoUnit.MICROS), scopes);
    }

    /** Gives a new row its tenant, or checks the one it has. */
    <E> void forTenant(EntityModel<E> entity, RowValues<E> values) {
        scopes.stamp(entity, values);
    }

    /** The update that is sent instead of a delete, which it is as far as generated values go. */
    <E, T> Update<E> forDeletion(Delete<E> delete, Property<E, T> deletion) {
        Object value = deletion.isNullable() ? moment(deletion) : true;
        Assignment<E> deleted = new Assignment<>(
                deletion, new Literal<>(deletion.type(), deletion.type().convert(value)));
        return new Update<>(delete.entity(), delete.where(), forUpdate(delete.entity(), List.of(deleted)), List.of());
    }

    /** Adds the value of a column that the caller left out, if it is one that the library makes. */
    <E> void forInsert(Property<E, ?> property, RowValues<E> values) {
        switch (property.source().kind()) {
            case UUID_V7 -> values.set(property, UuidV7.next());
            case CREATED_AT, UPDATED_AT -> values.set(property, moment(property));
            case VERSION -> values.set(property, property.type().convert(0));
            case DELETION -> {
                if (!property.isNullable()) {
                    values.set(property, property.type().convert(false));
                }
            }
            case GIVEN, DEFAULT, IDENTITY, SEQUENCE, DATABASE_UUID, TENANT -> {
                // given by the caller, made by the database, or NULL
            }
        }
    }

    /** The assignments with those that every update makes; a value that the caller gives wins. */
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
            case VERSION -> assignments.add(next(entity, property));
            case GIVEN, DEFAULT, IDENTITY, SEQUENCE, UUID_V7, DATABASE_UUID, CREATED_AT, TENANT, DELETION -> {
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

    private Object moment(Property<?, ?> property) {
        Class<?> type = property.type().javaType();
        if (type == OffsetDateTime.class) {
            return now.atOffset(ZoneOffset.UTC);
        }
        return type == LocalDateTime.class ? LocalDateTime.ofInstant(now, ZoneOffset.UTC) : now;
    }
}

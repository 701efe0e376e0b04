package org.reactiveorm.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a column's value comes from when an insert does not give one.
 *
 * @param kind who makes the value
 * @param expression the SQL of {@link Kind#DEFAULT} and {@link Kind#COMPUTED}, the sequence's name of {@link Kind#SEQUENCE}, else null
 * @param supplier makes the values of {@link Kind#SUPPLIED}, else null
 */
public record ValueSource(
        Kind kind, @Nullable String expression, @Nullable Supplier<?> supplier) {

    /** Who makes a value. */
    public enum Kind {
        /** The caller, or NULL where the column allows it. */
        GIVEN,
        /** The column's default in the database. */
        DEFAULT,
        /** The database, from other columns of the row and never from the caller. */
        COMPUTED,
        /** A supplier of the application at the insert. */
        SUPPLIED,
        /** An identity column. */
        IDENTITY,
        /** A sequence. */
        SEQUENCE,
        /** The library: a time-ordered UUID. */
        UUID_V7,
        /** The database: {@code gen_random_uuid()}. */
        DATABASE_UUID,
        /** The library's clock at the insert. */
        CREATED_AT,
        /** The library's clock at the insert and at each update. */
        UPDATED_AT,
        /** The auditor at the insert. */
        CREATED_BY,
        /** The auditor at the insert and at each update. */
        UPDATED_BY,
        /** 0 at the insert, one more with each update. */
        VERSION,
        /** The tenant that the subscriber's context names. */
        TENANT,
        /** Not deleted at the insert; a delete sets it. */
        DELETION
    }

    private static final ValueSource GIVEN = new ValueSource(Kind.GIVEN, null, null);

    /** The caller gives it. */
    public static ValueSource given() {
        return GIVEN;
    }

    /** A kind that needs no expression. */
    public static ValueSource of(Kind kind) {
        return new ValueSource(kind, null, null);
    }

    /** The column has this SQL default. */
    public static ValueSource defaulted(String sql) {
        return new ValueSource(Kind.DEFAULT, sql, null);
    }

    /** The next value of this sequence. */
    public static ValueSource sequence(String name) {
        return new ValueSource(Kind.SEQUENCE, name, null);
    }

    /** The column is computed by this SQL. */
    public static ValueSource computed(String sql) {
        return new ValueSource(Kind.COMPUTED, sql, null);
    }

    /** This makes the value, which is of the property's type. */
    public static ValueSource supplied(Supplier<?> supplier) {
        return new ValueSource(Kind.SUPPLIED, null, supplier);
    }

    /** Whether the column is read only. */
    public boolean isComputed() {
        return kind == Kind.COMPUTED;
    }

    /** Whether the database makes the value when the column is left out of an insert. */
    public boolean isMadeByDatabase() {
        return switch (kind) {
            case DEFAULT, COMPUTED, IDENTITY, SEQUENCE, DATABASE_UUID -> true;
            case GIVEN, SUPPLIED, UUID_V7, CREATED_AT, UPDATED_AT, CREATED_BY, UPDATED_BY, VERSION, TENANT, DELETION ->
                false;
        };
    }
}

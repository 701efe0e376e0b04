package org.reactiveorm.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a column's value comes from when an insert does not give one.
 *
 * @param kind who makes the value
 * @param expression the SQL of {@link Kind#DEFAULT}, the sequence's name of {@link Kind#SEQUENCE}, else null
 */
public record ValueSource(Kind kind, @Nullable String expression) {

    /** Who makes a value. */
    public enum Kind {
        /** The caller, or NULL where the column allows it. */
        GIVEN,
        /** The column's default in the database. */
        DEFAULT,
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
        /** 0 at the insert, one more with each update. */
        VERSION,
        /** The tenant that the subscriber's context names. */
        TENANT,
        /** Not deleted at the insert; a delete sets it. */
        DELETION
    }

    private static final ValueSource GIVEN = new ValueSource(Kind.GIVEN, null);

    /** The caller gives it. */
    public static ValueSource given() {
        return GIVEN;
    }

    /** A kind that needs no expression. */
    public static ValueSource of(Kind kind) {
        return new ValueSource(kind, null);
    }

    /** The column has this SQL default. */
    public static ValueSource defaulted(String sql) {
        return new ValueSource(Kind.DEFAULT, sql);
    }

    /** The next value of this sequence. */
    public static ValueSource sequence(String name) {
        return new ValueSource(Kind.SEQUENCE, name);
    }

    /** Whether the database makes the value when the column is left out of an insert. */
    public boolean isMadeByDatabase() {
        return switch (kind) {
            case DEFAULT, IDENTITY, SEQUENCE, DATABASE_UUID -> true;
            case GIVEN, UUID_V7, CREATED_AT, UPDATED_AT, VERSION, TENANT, DELETION -> false;
        };
    }
}

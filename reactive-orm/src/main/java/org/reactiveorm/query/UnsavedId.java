package org.reactiveorm.query;

import java.util.UUID;

/** Tells the ids that entities have before a row was made for them. */
final class UnsavedId {

    private static final UUID NIL = new UUID(0, 0);

    private UnsavedId() {}

    /** Whether a generated id is 0, as a primitive is, or the nil UUID, which stands for none (RFC 9562, 5.9). */
    static boolean is(Object id) {
        return NIL.equals(id) || (id instanceof Number number && number.longValue() == 0);
    }
}

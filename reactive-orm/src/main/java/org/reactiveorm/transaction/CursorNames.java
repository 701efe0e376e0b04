package org.reactiveorm.transaction;

import java.util.BitSet;

/**
 * Names for the cursors that are open in one transaction: the first that is free. So two cursors never meet, and few texts
 * are made of them, which the driver remembers by text.
 */
public final class CursorNames {

    private static final String PREFIX = "reactive_orm_";

    private final BitSet taken = new BitSet(); // guarded by this

    CursorNames() {}

    /** A name that no open cursor has. */
    public synchronized String take() {
        int free = taken.nextClearBit(1);
        taken.set(free);
        return PREFIX + free;
    }

    /** The cursor with this name is closed on the server. One that is not keeps its name as long as the transaction. */
    public synchronized void giveBack(String name) {
        taken.clear(Integer.parseInt(name.substring(PREFIX.length())));
    }
}

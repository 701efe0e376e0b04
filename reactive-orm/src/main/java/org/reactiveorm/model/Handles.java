package org.reactiveorm.model;

import org.jspecify.annotations.Nullable;

/** Loaded relation handles on their way into an entity, by the relation's index. Made anew for each entity. */
public final class Handles {

    private final @Nullable Object[] loaded;

    /** Room for the handles of an entity with this many relations. */
    public Handles(int relations) {
        this.loaded = new @Nullable Object[relations];
    }

    /** Puts the handle of a loaded relation in place. */
    public Handles put(int relation, Object handle) {
        loaded[relation] = handle;
        return this;
    }

    /** The handle that was loaded for this relation, or the one that the entity has. */
    @SuppressWarnings(
            "unchecked") // the relation made the handle, and generated code asks with the component's own type
    public <H> H get(int relation, H current) {
        Object handle = loaded[relation];
        return handle == null ? current : (H) handle;
    }
}

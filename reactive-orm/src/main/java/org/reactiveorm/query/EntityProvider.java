package org.reactiveorm.query;

/** Finds a generated model through {@link java.util.ServiceLoader}, so that no class path is scanned. Implemented by generated code. */
public interface EntityProvider {

    /** The generated model. */
    EntityRef<?, ?> entity();
}

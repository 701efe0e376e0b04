package org.reactiveorm.query;

/** Finds a generated shape through {@link java.util.ServiceLoader}. Implemented by generated code. */
public interface ShapeProvider {

    /** The generated shape. */
    ShapeModel<?> shape();
}

package org.reactiveorm.processor;

/**
 * The names that are derived from an entity's.
 *
 * @param type the entity
 * @param isPublic whether code outside of the package can name the entity
 */
record EntityNames(TypeName type, boolean isPublic) {

    String simpleName() {
        return type.simpleName();
    }

    /** {@code User_}. */
    TypeName model() {
        return type.sibling(simpleName() + "_");
    }

    /** {@code USER}. */
    String constant() {
        return Identifiers.upperSnake(simpleName());
    }

    /** {@code User_.USER}. */
    String modelConstant() {
        return model() + "." + constant();
    }

    /** {@code NewUser}. */
    TypeName builder() {
        return type.sibling("New" + simpleName());
    }

    /** {@code NewUserSteps}. */
    TypeName steps() {
        return type.sibling("New" + simpleName() + "Steps");
    }

    /** The visibility of generated top-level types, with a space. */
    String visibility() {
        return isPublic ? "public " : "";
    }
}

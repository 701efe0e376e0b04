package org.reactiveorm.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * The names that are derived from an entity's.
 *
 * @param type the entity
 * @param isPublic whether code outside of the package can name the entity
 */
record EntityNames(TypeName type, boolean isPublic) {

    static EntityNames of(TypeElement type) {
        return new EntityNames(JavaTypes.nameOf(type), isPublic(type));
    }

    private static boolean isPublic(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

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

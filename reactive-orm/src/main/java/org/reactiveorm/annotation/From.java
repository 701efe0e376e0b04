package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a component of a {@link Shape} comes from if not from the property or relation of its own name: another property
 * ({@code "email"}, {@code "address.city"}), a property that relations to one row lead to ({@code "author.name"}, any number of
 * relations), or a relation of the entity, so that the same relation can be there twice with different filters.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface From {

    /** The property's path, or the relation's name. */
    String value();
}

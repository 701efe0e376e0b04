package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The order of each parent's related rows in a component of a {@link Shape}: properties of the related entity, also over
 * relations to one row, and numbers of rows that are related to it, checked when it is compiled. {@code "createdAt desc nulls
 * last, author.name, count(comments) desc"}.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface OrderBy {

    /** The terms, separated by commas, each with {@code asc} or {@code desc} and {@code nulls first} or {@code nulls last}. */
    String value();
}

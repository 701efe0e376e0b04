package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that query results are read into. With {@link #of()} its components say what is read of that entity, and nothing
 * else is; what does not fit does not compile. A component is
 *
 * <ul>
 *   <li>the property of its name, of the same type and nullability,
 *   <li>a property that relations to one row lead to: {@code authorName} is {@code name} of the relation {@code author},
 *   <li>the relation of its name: a {@code List} for many rows, a single object for one, of the related entity or of a shape of
 *       it, at the cost of one statement for each relation,
 *   <li>or what {@link From}, {@link Count} or {@link Sql} say.
 * </ul>
 *
 * {@link Where}, {@link OrderBy} and {@link Take} choose among each parent's related rows. Without {@link #of()} the record is
 * for {@code orm.sql(…)}, and its components are matched with the result's columns by name, in snake_case.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Shape {

    /** The entity that the components are read of. */
    Class<?> of() default void.class;
}

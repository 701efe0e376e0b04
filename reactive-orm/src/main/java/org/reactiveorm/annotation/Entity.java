package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a record, or a mutable class with a no-argument constructor, to a table. The processor generates the typed model
 * {@code User_}, the staged builder {@code NewUser} and the row reader in the same package.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Entity {

    /** The table; empty: the simple name in snake_case ({@code OrderLine} becomes {@code order_line}). */
    String table() default "";

    /** The schema of the table; empty: whatever the connection's {@code search_path} finds. */
    String schema() default "";
}

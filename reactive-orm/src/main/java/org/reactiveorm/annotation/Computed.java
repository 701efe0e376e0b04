package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column that the database computes from others of the same row, stored with it: {@code GENERATED ALWAYS AS (…) STORED}
 * (PostgreSQL, chapter 5.4). It is read, compared and ordered by like any other, but never set: it has no setter in the builder of new
 * entities, and its field in the generated model is an expression (of an array or JSON a column whose assignments are refused). In an
 * embedded record that is inserted as a whole it is passed over.
 *
 * <pre>{@code
 * @Computed("first_name || ' ' || last_name") String fullName
 * }</pre>
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Computed {

    /** The SQL that computes it, with the names of columns; of immutable functions only, and without other computed columns. */
    String value();
}

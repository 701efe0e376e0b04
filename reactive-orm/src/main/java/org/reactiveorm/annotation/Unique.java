package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A unique constraint: on a component for that column, on the entity for several columns together. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Unique.Uniques.class)
public @interface Unique {

    /** On the entity: the components, in the order of the index. On a component: empty. */
    String[] value() default {};

    /** The constraint's name; empty: {@code <table>_<columns>_key}. */
    String name() default "";

    /**
     * Which rows must differ from each other, as SQL on the table's columns: {@code "deleted_at is null"}. It is then a
     * partial unique index (PostgreSQL, chapter 11.8), and what it says is not known to hold for other rows. Empty: all rows.
     */
    String where() default "";

    /** Holds repeated constraints. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface Uniques {
        /** The constraints. */
        Unique[] value();
    }
}

package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An index: on a component for that column, on the entity for several columns together. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Repeatable(Index.Indexes.class)
public @interface Index {

    /** On the entity: the components, in the order of the index. On a component: empty. */
    String[] value() default {};

    /** The index's name; empty: {@code <table>_<columns>_idx}. */
    String name() default "";

    /** Holds repeated indexes. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface Indexes {
        /** The indexes. */
        Index[] value();
    }
}

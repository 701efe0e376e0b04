package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * SQL that computes a component of a {@link Shape}: {@code "lower({username}) || ' of ' || {company.name}"}. In braces stand
 * properties, also over relations to one row, and parameters ({@code {:name}}), whose values are given with {@code bind("name",
 * value)}; both are checked when it is compiled. Everything else is passed on as it is, <code>{{</code> and <code>}}</code> as
 * one brace. The component's type and nullability must be those of the result.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Sql {

    /** The expression. */
    String value();
}

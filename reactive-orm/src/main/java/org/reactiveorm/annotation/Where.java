package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which of the related rows a component of a {@link Shape} has or, with {@link Count}, counts. A condition on the related
 * entity's properties, checked when it is compiled:
 *
 * <pre>
 * condition = condition or condition | condition and condition | not condition | ( condition )
 *           | property                               a boolean that is true
 *           | property = | != | &lt;&gt; | &lt; | &lt;= | &gt; | &gt;= operand
 *           | property is [not] null
 *           | property [not] in ( value, … )
 *           | property [not] between operand and operand
 *           | property [not] like | ilike value      a text; % and _ are wildcards
 *           | relation is [not] null                 a relation to one row
 * operand   = value | property                       of the same type
 * value     = 12.5 | true | false | 'text' | :parameter
 * property  = likes | address.city | author.name     over relations to one row, any number of them
 * </pre>
 *
 * A quote in a text is doubled. Values of types other than numbers and booleans are in quotes too, as {@link Default} has them:
 * {@code '2020-02-29'}, {@code 'ACTIVE'}. The value of a parameter is given with {@code bind("parameter", value)}. As in SQL
 * {@code not} binds closer than {@code and}, and {@code and} closer than {@code or}; a comparison with NULL is not true, and
 * neither is its negation.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface Where {

    /** The condition. */
    String value();
}

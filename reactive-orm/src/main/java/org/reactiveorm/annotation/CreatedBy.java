package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who inserted the row, unless the caller gives somebody: the auditor of the subscriber's Reactor context, or what the
 * application's {@code org.reactiveorm.write.Auditor} says. Of any mapped type. Without an auditor a {@code @Nullable} component is
 * NULL, and for any other the insert fails before it is sent.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface CreatedBy {}

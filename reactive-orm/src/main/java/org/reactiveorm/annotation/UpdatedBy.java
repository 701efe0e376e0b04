package org.reactiveorm.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who inserted the row or changed it last, unless the caller gives somebody; set by every update. Where the name comes from is
 * said at {@link CreatedBy}. An update without an auditor sets a {@code @Nullable} component to NULL, because whoever stands there did
 * not make the change.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.CLASS)
public @interface UpdatedBy {}

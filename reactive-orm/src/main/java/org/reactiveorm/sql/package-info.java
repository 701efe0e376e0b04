/** A statement becomes text and values: the only place that knows SQL syntax, and the only one that quotes and binds. */
@NullMarked
package org.reactiveorm.sql;

import org.jspecify.annotations.NullMarked;

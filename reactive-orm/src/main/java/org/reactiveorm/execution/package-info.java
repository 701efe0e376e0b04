/** One rendered statement on one connection: values are bound, errors translated, and driver rows leave as our {@code Row}. */
@NullMarked
package org.reactiveorm.execution;

import org.jspecify.annotations.NullMarked;

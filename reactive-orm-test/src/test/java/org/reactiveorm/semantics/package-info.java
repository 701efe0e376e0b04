/** What every operation means, asked of a real PostgreSQL on a shop's tables. */
@NullMarked
package org.reactiveorm.semantics;

import org.jspecify.annotations.NullMarked;

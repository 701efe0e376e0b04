/** What nested and collected changes mean, asked of a real PostgreSQL on a league's tables. */
@NullMarked
package org.reactiveorm.writes;

import org.jspecify.annotations.NullMarked;

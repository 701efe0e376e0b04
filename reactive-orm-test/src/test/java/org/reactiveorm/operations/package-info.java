/** What {@code docs/operations.md} says: the pool, its end, and PgBouncer in front of the server. */
@NullMarked
package org.reactiveorm.operations;

import org.jspecify.annotations.NullMarked;

/**
 * Conditions, values, orders, groups and includes together with what they mean in memory: made at random, they must select
 * the same rows in PostgreSQL. Start with {@link org.reactiveorm.twin.Value} and {@link org.reactiveorm.twin.Twin}.
 */
@NullMarked
package org.reactiveorm.twin;

import org.jspecify.annotations.NullMarked;

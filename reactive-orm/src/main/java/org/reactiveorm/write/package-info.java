/** A nested change becomes a plan, the plan becomes statements. */
@NullMarked
package org.reactiveorm.write;

import org.jspecify.annotations.NullMarked;

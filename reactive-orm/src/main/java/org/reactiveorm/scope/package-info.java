/** Which rows are there at all for a subscriber: of his tenant, not deleted, and what else the application says. */
@NullMarked
package org.reactiveorm.scope;

import org.jspecify.annotations.NullMarked;

/** The door of the library. */
@NullMarked
package org.reactiveorm;

import org.jspecify.annotations.NullMarked;

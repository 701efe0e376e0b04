/** Rows become objects, objects become graphs. */
@NullMarked
package org.reactiveorm.read;

import org.jspecify.annotations.NullMarked;

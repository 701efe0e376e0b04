/** What applications often need, as tests; the documentation quotes them. */
@NullMarked
package org.reactiveorm.recipes;

import org.jspecify.annotations.NullMarked;

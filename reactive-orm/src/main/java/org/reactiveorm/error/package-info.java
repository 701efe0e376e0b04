/**
 * What can go wrong, split by what the caller can do next. Everything the library signals is an
 * {@link org.reactiveorm.error.OrmException}.
 */
@NullMarked
package org.reactiveorm.error;

import org.jspecify.annotations.NullMarked;

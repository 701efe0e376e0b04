/** The entities of the tests that need no database. */
@NullMarked
package org.reactiveorm.library;

import org.jspecify.annotations.NullMarked;

/** The entities of the tests of transactions. */
@NullMarked
package org.reactiveorm.library;

import org.jspecify.annotations.NullMarked;

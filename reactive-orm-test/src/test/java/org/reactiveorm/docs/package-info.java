/** Holds the documentation against the tests that ran. */
@NullMarked
package org.reactiveorm.docs;

import org.jspecify.annotations.NullMarked;

/** What is true of every module's tests as a whole. Compiled into the tests of each. */
@NullMarked
package org.reactiveorm.suite;

import org.jspecify.annotations.NullMarked;

/**
 * Failures on demand, for tests of what a service does when they happen, and what must hold afterwards. Faults begin and end
 * when the test says so; none is left to chance or to a clock unless that is asked for.
 */
@NullMarked
package org.reactiveorm.test.fault;

import org.jspecify.annotations.NullMarked;

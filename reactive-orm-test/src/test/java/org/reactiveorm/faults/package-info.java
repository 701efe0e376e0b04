/**
 * Histories of many clients while everything around them breaks, and what must hold of them afterwards: a bank whose money stays
 * the same, and lists whose order tells which transactions saw which.
 */
@NullMarked
package org.reactiveorm.faults;

import org.jspecify.annotations.NullMarked;

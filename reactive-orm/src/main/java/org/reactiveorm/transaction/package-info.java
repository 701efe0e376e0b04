/**
 * Which connection a subscriber is on: its own transaction's, somebody else's, or one for a single statement. Begins and
 * ends transactions, and hands every connection back clean or not at all.
 */
@NullMarked
package org.reactiveorm.transaction;

import org.jspecify.annotations.NullMarked;

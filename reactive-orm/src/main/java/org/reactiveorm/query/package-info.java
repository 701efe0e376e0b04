/**
 * What is asked, as immutable data, and the typed handles that make it. Building a query touches nothing: it can be kept,
 * shared between threads and branched. No SQL text and no driver here.
 */
@NullMarked
package org.reactiveorm.query;

import org.jspecify.annotations.NullMarked;

package org.reactiveorm.write;

import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * A row that is related to another, and is the one with this key.
 *
 * @param parent the other row
 * @param match which of the related rows
 * @param <C> the related entity
 */
record Chosen<C>(RowId parent, KeyMatch<C> match) {}

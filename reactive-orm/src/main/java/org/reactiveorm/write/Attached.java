package org.reactiveorm.write;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.write.ChangeStep.Chosen;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * A row that becomes related.
 *
 * @param row the parent and the key
 * @param unless a row of an earlier step with which nothing is to be done, or null
 */
record Attached<C>(Chosen<C> row, @Nullable RowId unless) {}

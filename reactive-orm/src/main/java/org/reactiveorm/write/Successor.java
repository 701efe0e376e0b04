package org.reactiveorm.write;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.write.WriteStep.RowId;

/**
 * A row that takes the place of the one that is related to a parent which can have only one.
 *
 * @param parent the parent
 * @param row where the row is, null if it is not made yet
 * @param premise what it depends on whether it does
 */
record Successor(RowId parent, @Nullable RowId row, Premise premise) {}

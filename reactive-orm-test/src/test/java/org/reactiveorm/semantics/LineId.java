package org.reactiveorm.semantics;

/** The id of a line. */
public record LineId(int purchaseId, long productId) {}

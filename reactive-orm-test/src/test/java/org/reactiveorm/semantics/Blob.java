package org.reactiveorm.semantics;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;

/** An id of bytes. */
@Entity(table = "blobs")
public record Blob(@Id byte[] hash, String name, Many<BlobPart> parts) {}

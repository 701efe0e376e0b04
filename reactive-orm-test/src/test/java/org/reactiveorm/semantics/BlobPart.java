package org.reactiveorm.semantics;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** Refers to an id of bytes. */
@Entity(table = "blob_parts")
public record BlobPart(
        @Id @Generated long id,
        String content,
        byte[] blobHash,
        @BelongsTo(key = "blobHash") One<Blob> blob) {}

package org.reactiveorm.library;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** A place on a shelf: refers to a composite key. */
@Entity(table = "places", schema = "store")
public record Place(
        @Id @Generated long id,
        String shelfRoom,
        int shelfNumber,
        @BelongsTo(key = {"shelfRoom", "shelfNumber"}) One<Shelf> shelf,
        int position) {}

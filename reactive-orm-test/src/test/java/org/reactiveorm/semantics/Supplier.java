package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;

/** A mutable class. */
@Entity(table = "suppliers")
public class Supplier {

    @Id
    @Generated
    long id;

    @Unique
    String name = "";

    @Nullable
    Integer rating;

    Many<Shipment> shipments = Many.notLoaded("Supplier", "shipments");
}

package org.reactiveorm.semantics;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

/** Belongs to a mutable class. */
@Entity(table = "shipments")
public class Shipment {

    @Id
    @Generated
    int id;

    String content = "";

    long supplierId;

    @BelongsTo(key = "supplierId")
    One<Supplier> supplier = One.notLoaded("Shipment", "supplier");
}

package org.reactiveorm.semantics;

import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;

/** Has a default that must be there. */
@Entity(table = "coupons")
public record Coupon(
        @Id @Generated long id,
        @Default(supplier = Flaw.class) String code) {}

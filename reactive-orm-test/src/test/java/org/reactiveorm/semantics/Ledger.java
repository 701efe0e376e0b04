package org.reactiveorm.semantics;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Version;

/** A mutable class with a version, and a field that is not NULL though Java lets it be null. */
@Entity(table = "ledgers")
public class Ledger {

    @Id
    @Generated
    long id;

    String owner = "";

    @Default("EUR")
    String currency = "";

    @Nullable
    Long balance;

    @Version
    long version;
}

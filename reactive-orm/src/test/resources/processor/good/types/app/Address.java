package app;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Column;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Index;

record Address(
        String street, @Index @Column(length = 20) String city, @Nullable String zip, @Embedded(prefix = "") Geo geo) {}

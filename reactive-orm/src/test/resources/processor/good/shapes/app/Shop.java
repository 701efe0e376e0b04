package app;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Embedded;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Shape;

class Shop {

    @Entity
    record Store(@Id @Generated long id, String name, @Nullable Integer floors, @Embedded @Nullable Place place) {}

    @Shape(of = Store.class)
    record StoreCard(String name, @Nullable Integer floors, Long id, @Nullable Place place) {}
}

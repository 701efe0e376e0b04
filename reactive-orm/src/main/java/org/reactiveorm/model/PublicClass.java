package org.reactiveorm.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The class that a caller knows a value by: collections are made by factories, whose own classes say nothing in a message. */
public final class PublicClass {

    private static final List<Class<?>> INTERFACES = List.of(List.class, Set.class, Collection.class, Map.class);

    private PublicClass() {}

    /** The value's class, of a collection the interface. */
    public static Class<?> of(Object value) {
        return INTERFACES.stream()
                .filter(type -> type.isInstance(value))
                .findFirst()
                .orElse(value.getClass());
    }
}

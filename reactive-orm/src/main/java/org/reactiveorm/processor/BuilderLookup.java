package org.reactiveorm.processor;

/** Knows the builders of other entities. */
interface BuilderLookup {

    /** What an entity takes to create related ones: a builder that may lack the key of {@code mappedBy}. */
    TypeName without(EntityNames target, String mappedBy);
}

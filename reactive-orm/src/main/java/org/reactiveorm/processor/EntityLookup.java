package org.reactiveorm.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Finds entities, those of this compilation and those on the class path. */
interface EntityLookup {

    /** The entity, or empty where there is nothing to read. */
    Optional<EntitySource> source(TypeElement type);

    /**
     * Whether the entity is compiled together with what refers to it. From class files the compiler does not hand out
     * annotations on types before JDK 22, so that what is {@code @Nullable} in a compiled entity is not known.
     */
    boolean isCompiledHere(TypeElement type);

    /** The entity of this compilation that has this table. */
    Optional<EntitySource> ofTable(TableDescription table);
}

package org.reactiveorm.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Finds entities, those of this compilation and those on the class path. */
interface EntityLookup {

    /** The entity, or empty where there is nothing to read. */
    Optional<EntitySource> source(TypeElement type);
}

package org.reactiveorm.write;

import java.util.List;
import org.reactiveorm.model.Property;
import org.reactiveorm.write.InsertStep.KeyReference;

/** A row that is planned, while it is found out which keys it takes from others. */
interface Referring<E> {

    /** What it depends on whether something is done with the row. */
    Premise premise();

    /** Takes a foreign key from another row. */
    void take(KeyReference<E, ?> reference);

    /** Has no foreign key any more. */
    void clear(List<Property<E, ?>> key);
}

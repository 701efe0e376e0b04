package org.reactiveorm.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;
import org.reactiveorm.write.InsertStep.KeyReference;
import org.reactiveorm.write.WriteStep.RowId;

/** A row that is planned, while it is found out which keys it takes from others. */
interface Referring<E> {

    /** Where the row is; null if it is a new one. */
    @Nullable
    RowId place();

    /** What it depends on whether something is done with the row. */
    Premise premise();

    /** Takes a foreign key from another row. */
    void take(KeyReference<E, ?> reference);

    /** Has no foreign key any more. */
    void clear(List<Property<E, ?>> key);
}

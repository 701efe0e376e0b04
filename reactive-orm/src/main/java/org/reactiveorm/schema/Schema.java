package org.reactiveorm.schema;

import java.util.Collection;
import java.util.List;
import org.reactiveorm.model.EntityModel;

/** The schema that the known entities need: as text, created, dropped, or compared with the live database. */
public final class Schema {

    private final List<EntityModel<?>> models;

    /** The schema of these entities. */
    public Schema(Collection<EntityModel<?>> models) {
        this.models = List.copyOf(models);
    }

    /** The script that {@link #ddl} names. */
    public String ddl() {
        return DdlRenderer.create(ModelTables.of(models));
    }
}

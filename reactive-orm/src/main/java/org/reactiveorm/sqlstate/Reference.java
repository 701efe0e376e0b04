package org.reactiveorm.sqlstate;

import java.util.List;

/**
 * A foreign key of the model.
 *
 * @param owner the entity that has the relation
 * @param relation the relation with its entity: {@code Post.user}
 * @param properties the owner's properties that refer, none for a join table
 * @param target the entity that is referred to
 * @param targetProperties its properties that are referred to
 */
public record Reference(
        String owner, String relation, List<String> properties, String target, List<String> targetProperties) {

    /** Keeps its own copies. */
    public Reference {
        properties = List.copyOf(properties);
        targetProperties = List.copyOf(targetProperties);
    }

    /** Whether it is one of a join table, whose rows are links. */
    boolean isLink() {
        return properties.isEmpty();
    }
}

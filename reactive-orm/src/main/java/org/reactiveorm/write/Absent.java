package org.reactiveorm.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.KeyMatch;

/** Says of rows that have to be there which one is not. */
final class Absent {

    private Absent() {}

    /** No row has the key. */
    static NotFoundException nowhere(String entity, KeyMatch<?> match) {
        return new NotFoundException(
                "There is no %s with %s.".formatted(entity, described(match)), ErrorContext.of(entity));
    }

    /** The row is not there, or belongs to another one. */
    static NotFoundException related(Relation<?, ?> relation, KeyMatch<?> match) {
        String entity = relation.target().name();
        String which = match.properties().isEmpty() ? entity : entity + " with " + described(match);
        return new NotFoundException(
                "%s.%s: no %s is related to this %s. It is not there, or belongs to another one."
                        .formatted(relation.owner(), relation.name(), which, relation.owner()),
                ErrorContext.of(entity).withProperties(List.of(relation.name())));
    }

    private static String described(KeyMatch<?> match) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < match.properties().size(); i++) {
            Property<?, ?> property = match.properties().get(i);
            @Nullable Object value = match.values().get(i);
            text.append(i == 0 ? "" : " and ")
                    .append(property.name())
                    .append(' ')
                    .append(value);
        }
        return text.toString();
    }
}

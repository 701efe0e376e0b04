package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.query.IdText;
import org.reactiveorm.query.KeyMatch;

/** Says of rows that have to be there which one is not. */
final class Absent {

    private Absent() {}

    /** No row has the key, or one that the call does not see. */
    static NotFoundException nowhere(Relation<?, ?> relation, KeyMatch<?> match) {
        return absent(relation, "there is no %s with %s. Connect one that is there.", match);
    }

    /** A row with the key can be neither found nor made. */
    static NotFoundException hidden(Relation<?, ?> relation, KeyMatch<?> match) {
        return absent(
                relation,
                "the %s with %s is hidden from this call, so that it can neither be connected nor be created.",
                match);
    }

    private static NotFoundException absent(Relation<?, ?> relation, String problem, KeyMatch<?> match) {
        String entity = relation.target().name();
        return new NotFoundException(
                relation.owner() + "." + relation.name() + ": " + problem.formatted(entity, described(match)),
                ErrorContext.of(entity).withProperties(List.of(relation.name())));
    }

    /** The row was there when the call began. */
    static NotFoundException goneBefore(EntityModel<?> entity, KeyMatch<?> match) {
        return new NotFoundException(
                "%s with %s cannot be changed: what is done with rows that it refers to removes it or changes its key. Do that in another call."
                        .formatted(entity.name(), described(match)),
                ErrorContext.of(entity.name()));
    }

    /** The row is there in another version than the one that is expected. */
    static <E> StaleEntityException stale(EntityModel<E> entity, E row, Object expected) {
        List<Object> id = new ArrayList<>();
        for (Property<E, ?> property : entity.primaryKey().properties()) {
            id.add(Objects.requireNonNull(property.get(row)));
        }
        return new StaleEntityException(entity.name(), IdText.readable(id.size() == 1 ? id.get(0) : id), expected);
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

    /** The key and its values. */
    static String described(KeyMatch<?> match) {
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

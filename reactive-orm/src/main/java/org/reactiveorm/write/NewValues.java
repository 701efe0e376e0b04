package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.Literal;
import org.reactiveorm.scope.Scopes;

/** What listeners answer before rows are written, checked and brought together with what was wanted. */
final class NewValues {

    private NewValues() {}

    /** Rows instead of so many others. */
    static <E> List<Draft<E>> checked(EntityModel<E> entity, int size, List<Draft<E>> answered) {
        if (answered.size() != size) {
            throw refused(
                    entity,
                    "A listener of %s has answered %d rows before the insert of %d. Answer a row for each, in the same order, or Mono.empty()."
                            .formatted(entity.name(), answered.size(), size));
        }
        List<Draft<E>> rows = new ArrayList<>(size);
        for (@Nullable Draft<E> row : answered) {
            if (row == null || row.entity() != entity || !row.attachments().isEmpty()) {
                throw refused(
                        entity,
                        "A listener of %s has answered a row before its insert that is %s. Answer the given one, with other values where it needs them; what belongs to it can be inserted after it."
                                .formatted(entity.name(), wrong(entity, row)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String wrong(EntityModel<?> entity, @Nullable Draft<?> row) {
        if (row == null) {
            return "null";
        }
        return row.entity() == entity
                ? "related to others"
                : "of " + row.entity().name();
    }

    /** Assignments that may be made for this subscriber. */
    static <E> List<Assignment<E>> assignable(EntityModel<E> entity, Scopes scopes, List<Assignment<E>> answered) {
        List<Assignment<E>> assignments = new ArrayList<>(answered.size());
        for (@Nullable Assignment<E> each : answered) {
            if (each == null) {
                throw refused(
                        entity,
                        "A listener of %s has answered an assignment that is null before an update. Leave it out."
                                .formatted(entity.name()));
            }
            if (each.property() == entity.tenant()) {
                scopes.requireOwn(entity, each.value() instanceof Literal<?, ?> literal ? literal.value() : null);
            }
            assignments.add(each);
        }
        return Assignment.combined(entity, assignments);
    }

    /** The assignments with others beside them, or instead of those to the same column. */
    static <E> List<Assignment<E>> over(List<Assignment<E>> assignments, List<Assignment<E>> others) {
        if (others.isEmpty()) {
            return assignments;
        }
        Map<Property<E, ?>, Assignment<E>> instead = new LinkedHashMap<>();
        others.forEach(each -> instead.put(each.property(), each));
        List<Assignment<E>> all = new ArrayList<>();
        for (Assignment<E> each : assignments) {
            if (!instead.containsKey(each.property())) {
                all.add(each);
            }
        }
        all.addAll(instead.values());
        return all;
    }

    /** A value for a column. */
    @SuppressWarnings("unchecked") // the value is one of this property
    static <E, T> Assignment<E> assignment(Property<E, T> property, @Nullable Object value) {
        return new Assignment<>(property, new Literal<>(property.type(), (T) value));
    }

    private static InvalidQueryException refused(EntityModel<?> entity, String message) {
        return new InvalidQueryException(message, ErrorContext.of(entity.name()));
    }
}

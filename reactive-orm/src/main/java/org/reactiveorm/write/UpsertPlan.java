package org.reactiveorm.write;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Conflict;
import org.reactiveorm.query.Upsert;

/**
 * The rows of an upsert with all values that the library makes.
 *
 * @param entity the entity
 * @param rows the rows in the order given
 * @param conflict what becomes of those whose key is there, with the assignments that every update makes
 * @param <E> the entity
 */
record UpsertPlan<E>(EntityModel<E> entity, List<RowValues<E>> rows, Conflict<E> conflict) {

    /**
     * The plan for an upsert of at least one entity.
     *
     * @throws InvalidQueryException if a required column is missing, a row leaves out a column of the key, or two rows that
     *     may change what they find have the same key
     */
    static <E> UpsertPlan<E> of(Upsert<E> upsert, GeneratedValues generated) {
        List<RowValues<E>> rows =
                WritePlanner.insert(upsert.entity(), upsert.drafts(), generated).rootStep().rows().stream()
                        .map(InsertStep.NewRow::values)
                        .toList();
        Conflict<E> conflict = upsert.conflict().accept(new Completed<>(upsert.entity(), generated));
        UpsertPlan<E> plan = new UpsertPlan<>(upsert.entity(), rows, conflict);
        Key<E> key = conflict.key();
        if (key != null) {
            plan.requireKeys(key);
            if (conflict.accept(new Changes<>())) {
                plan.requireDistinct(key);
            }
        }
        return plan;
    }

    /** The key that rows are found by. */
    static <E> Key<E> requireKey(Upsert<E> upsert) {
        Key<E> key = upsert.conflict().key();
        if (key == null) {
            throw new IllegalStateException("Only an insert skips rows by any key");
        }
        return key;
    }

    private void requireKeys(Key<E> key) {
        for (int i = 0; i < rows.size(); i++) {
            for (Property<E, ?> property : key.properties()) {
                if (!rows.get(i).has(property)) {
                    throw refused(
                            key,
                            InputRow.of(i, rows.size()),
                            "%s.%s is left out, which is of the key that the row is found by. Give it a value."
                                    .formatted(entity.name(), property.name()));
                }
            }
        }
    }

    /** The server says no more than that there are two. */
    private void requireDistinct(Key<E> key) {
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Object value = GivenKeys.keyOf(rows.get(i), key);
            Integer other = value == null ? null : seen.putIfAbsent(value, i);
            if (other != null) {
                throw refused(
                        key,
                        new InputRow(i, other, rows.size()),
                        "Both have the same %s, so that one would change what the other has just written. Leave one of them out."
                                .formatted(names(key)));
            }
        }
    }

    private String names(Key<E> key) {
        return key.properties().stream()
                .map(property -> entity.name() + "." + property.name())
                .collect(Collectors.joining(" and "));
    }

    /** Values that differ can be the same when they are stored, as two moments in {@code timestamptz(0)}. */
    Throwable explained(DatabaseException error) {
        Key<E> key = conflict.key();
        boolean isTwice = "21000".equals(error.context().sqlState())
                && String.valueOf(error.getMessage()).contains("a second time");
        return key == null || !isTwice
                ? error
                : new DatabaseException(
                        "Several of the %d entities to upsert have the same %s when it is stored, so that one would change what the other has just written. Leave one of them out."
                                .formatted(rows.size(), names(key)),
                        error.context().withProperties(properties(key)),
                        error.getCause());
    }

    private OrmException refused(Key<E> key, InputRow row, String message) {
        return row.blamedFor(new InvalidQueryException(
                message, ErrorContext.of(entity.name()).withProperties(properties(key))));
    }

    private static List<String> properties(Key<?> key) {
        return key.properties().stream().<String>map(Property::name).toList();
    }

    /** The rows by the columns that they give, and by whether there is a NULL in the key, so that they conflict with none. */
    Groups<RowValues<E>> groups() {
        Key<E> key = conflict.key();
        return Groups.of(rows, row -> {
            BitSet columns = row.columns();
            columns.set(entity.properties().size(), isWithoutKey(row, key));
            return columns;
        });
    }

    /** Whether every row that is there is changed, without a condition of the caller. */
    static boolean changesAll(Conflict.Change<?> change) {
        return change.where().equals(Condition.always());
    }

    /** Whether the row conflicts with none. */
    static <E> boolean isWithoutKey(RowValues<E> row, @Nullable Key<E> key) {
        return key != null && GivenKeys.keyOf(row, key) == null;
    }

    /** Whether rows that are there are changed. */
    private static final class Changes<E> implements Conflict.Visitor<E, Boolean> {

        @Override
        public Boolean skip(Conflict.Skip<E> skip) {
            return false;
        }

        @Override
        public Boolean keep(Conflict.Keep<E> keep) {
            return false;
        }

        @Override
        public Boolean change(Conflict.Change<E> change) {
            return true;
        }
    }

    /** With the assignments that every update makes. */
    private record Completed<E>(EntityModel<E> entity, GeneratedValues generated)
            implements Conflict.Visitor<E, Conflict<E>> {

        @Override
        public Conflict<E> skip(Conflict.Skip<E> skip) {
            return skip;
        }

        @Override
        public Conflict<E> keep(Conflict.Keep<E> keep) {
            return keep;
        }

        @Override
        public Conflict<E> change(Conflict.Change<E> change) {
            return new Conflict.Change<>(
                    change.key(), generated.forUpdate(entity, change.assignments()), change.where());
        }
    }
}

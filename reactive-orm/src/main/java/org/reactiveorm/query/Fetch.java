package org.reactiveorm.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.RowReader;

/**
 * What is read of each row of an entity, and what is made of it: values, and related rows of which something is read in turn.
 *
 * @param name what is made, for messages
 * @param values the values, columns {@code 0 … n-1} of the result
 * @param branches the related rows, each relation as often as it is wanted
 * @param assembler makes the object
 * @param <E> the entity
 * @param <R> what is made
 */
public record Fetch<E, R>(
        String name, List<Expression<E, ?>> values, List<Branch<E, ?, ?>> branches, Assembler<R> assembler) {

    /** Keeps its own copies. */
    public Fetch {
        values = List.copyOf(values);
        branches = List.copyOf(branches);
    }

    /** Values alone. */
    public static <E, R> Fetch<E, R> flat(String name, List<Expression<E, ?>> values, RowReader<R> reader) {
        return new Fetch<>(name, values, List.of(), row -> {
            R read = reader.read(row);
            return related -> read;
        });
    }

    /** Whole entities, their relations not loaded. */
    public static <E> Fetch<E, E> entity(EntityRef<E, ?> entity) {
        return flat(
                entity.model().name(),
                List.copyOf(entity.columns()),
                entity.model().reader());
    }

    /**
     * Makes objects of rows.
     *
     * @param <R> what is made
     */
    @FunctionalInterface
    public interface Assembler<R> {

        /** Reads the values of a row, which is valid only until this method returns. */
        Assembly<R> read(Row row);
    }

    /**
     * An object whose values have been read, and that waits for its related objects.
     *
     * @param <R> what is made
     */
    @FunctionalInterface
    public interface Assembly<R> {

        /** Makes the object. */
        R complete(Related related);
    }

    /** The related objects of one row, by the place of their branch. */
    @FunctionalInterface
    public interface Related {

        /** All objects of a branch. */
        List<?> list(int branch);

        /** All objects of a branch, which are of this class. */
        @SuppressWarnings("unchecked") // the branch makes objects of the class that it was generated for
        default <C> List<C> list(int branch, Class<C> type) {
            return (List<C>) list(branch);
        }

        /** The only object of a branch, or null. */
        default <C> @Nullable C one(int branch, Class<C> type) {
            List<C> objects = list(branch, type);
            return objects.isEmpty() ? null : objects.get(0);
        }

        /**
         * The only object of a branch whose row a NOT NULL foreign key refers to.
         *
         * @throws MappingException if there is none: it was deleted between two statements, or nothing enforces the key
         */
        default <C> C required(int branch, Class<C> type) {
            C object = one(branch, type);
            if (object == null) {
                throw new MappingException(
                        "A row refers to a row that is not there, of which a %s should be made. Read both in a transaction that is REPEATABLE_READ, give the table its foreign key, or mark the component @Nullable."
                                .formatted(type.getSimpleName()),
                        ErrorContext.none(),
                        null);
            }
            return object;
        }
    }
}

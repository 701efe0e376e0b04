package org.reactiveorm.writes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A new row or a change of one, with what is done with related rows.
 *
 * @param values values of columns; a {@link Plus} is added to the one that is there
 * @param operations what is done with related rows
 */
record Graph(Map<String, Object> values, List<Operation> operations) {

    static final Graph EMPTY = new Graph(Map.of(), List.of());

    @Override
    public String toString() {
        return operations.isEmpty() ? values.toString() : values + " " + operations;
    }

    /** So much more than before. */
    record Plus(int number) {
        @Override
        public String toString() {
            return "+" + number;
        }
    }

    /** The row with these values in the columns of a unique key. */
    record Key(List<String> columns, List<Object> values) {
        @Override
        public String toString() {
            return columns.get(0) + values;
        }
    }

    /** Rows whose number is not smaller. */
    record AtLeast(int number) {
        @Override
        public String toString() {
            return "where >= " + number;
        }
    }

    /**
     * Something that is done with related rows.
     *
     * @param link the relation
     * @param verb what is done
     * @param keys with which rows
     * @param drafts new rows
     * @param change what is done with those that are there
     * @param where with which of all rows
     */
    record Operation(
            League.Link link,
            League.Verb verb,
            List<Key> keys,
            List<Graph> drafts,
            Graph change,
            @Nullable AtLeast where) {

        static Operation of(League.Link link, League.Verb verb) {
            return new Operation(link, verb, List.of(), List.of(), EMPTY, null);
        }

        @Override
        public String toString() {
            return Stream.of(link, verb, keys, drafts, change, where == null ? "" : where)
                    .map(Object::toString)
                    .filter(part -> !part.equals("[]") && !part.equals("{}"))
                    .collect(Collectors.joining(" ", "(", ")"));
        }

        Operation by(List<Key> rows) {
            return new Operation(link, verb, rows, drafts, change, where);
        }

        Operation making(List<Graph> rows) {
            return new Operation(link, verb, keys, rows, change, where);
        }

        Operation changing(Graph to) {
            return new Operation(link, verb, keys, drafts, to, where);
        }

        Operation where(AtLeast condition) {
            return new Operation(link, verb, keys, drafts, change, condition);
        }
    }
}

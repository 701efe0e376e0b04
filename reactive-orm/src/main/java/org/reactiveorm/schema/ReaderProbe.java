package org.reactiveorm.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.schema.ProbeRow.Nulls;
import org.reactiveorm.schema.ProbeRow.Reading;

/**
 * Finds out what a reader needs by handing it rows of made-up values. A reader that was generated says so nowhere, and
 * one that is a function of the caller cannot.
 */
final class ReaderProbe {

    private final RowReader<?> reader;
    private final List<ResultColumn> columns;
    private final List<String> texts;
    private final Map<Integer, @Nullable String> taken = new HashMap<>();
    private final Map<Integer, Reading> readings = new TreeMap<>();
    private @Nullable RuntimeException failure;
    private boolean unreadable;

    /** {@code texts} are tried where a text is read that cannot be any: an enum, JSON. */
    ReaderProbe(RowReader<?> reader, List<ResultColumn> columns, List<String> texts) {
        this.reader = reader;
        this.columns = columns;
        this.texts = texts;
        read();
    }

    /** How each column is read, as far as the reader came. */
    Map<Integer, Reading> readings() {
        return readings;
    }

    /** What the reader said about the last of the values, or null if it took them all. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /** Whether it failed because it needs other columns, whatever their values are. */
    boolean isUnreadable() {
        return unreadable;
    }

    /** Whether the column must not be NULL, neither alone nor together with its neighbours, as those of one record are. */
    boolean refusesNull(int column) {
        for (int from = 0; from <= column; from++) {
            for (int to = column; to < columns.size(); to++) {
                if (takes(column, new Nulls(from, to))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean takes(int column, Nulls nulls) {
        ProbeRow row = new ProbeRow(columns, taken, nulls);
        boolean isTaken = read(row) == null || (failure != null && !row.hasRefusedNull());
        return isTaken && row.readings().containsKey(column);
    }

    /** Where a text is not taken, the next one is tried, and NULL after the last. */
    private void read() {
        Map<Integer, Integer> tried = new HashMap<>();
        @Nullable RuntimeException first = null;
        while (true) {
            ProbeRow row = new ProbeRow(columns, taken, Nulls.NONE);
            failure = read(row);
            readings.putAll(row.readings());
            unreadable = failure instanceof MappingException && (row.isMissing() || row.last() < 0);
            int next = tried.merge(row.last(), 1, Integer::sum) - 1;
            if (failure == null || unreadable || !isText(row) || next > texts.size()) {
                if (failure != null && next > 0) {
                    failure = first;
                    taken.remove(row.last());
                }
                return;
            }
            first = next == 0 ? failure : first;
            taken.put(row.last(), next == texts.size() ? null : texts.get(next));
        }
    }

    private static boolean isText(ProbeRow row) {
        return new Reading(String.class, false).equals(row.readings().get(row.last()));
    }

    /** Whatever the caller's code throws says that it does not take the values. */
    private @Nullable RuntimeException read(ProbeRow row) {
        try {
            reader.read(row);
            return null;
        } catch (RuntimeException refused) {
            return refused;
        }
    }
}

package org.reactiveorm.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.SchemaMismatchException;

/**
 * SQL of the caller held against a live database.
 *
 * @param statements how many statements were looked at
 * @param differences everything that is wrong, statement by statement
 * @param unchecked what could not be looked at, with the reason
 */
public record SqlReport(int statements, List<SqlDifference> differences, List<String> unchecked) {

    /** Keeps its own copies. */
    public SqlReport {
        differences = List.copyOf(differences);
        unchecked = List.copyOf(unchecked);
    }

    /** Whether nothing is wrong in what could be looked at. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    /**
     * This report, if it is clean.
     *
     * @throws SchemaMismatchException if it is not; the message lists everything
     */
    public SqlReport requireClean() {
        if (!isClean()) {
            throw new SchemaMismatchException(
                    this + "\nChange the SQL, what its rows are read into, or the database.", ErrorContext.none());
        }
        return this;
    }

    /** One line for each difference and each thing that was not checked. */
    @Override
    public String toString() {
        String first = isClean()
                ? "The database agrees with %d SQL %s."
                        .formatted(statements, statements == 1 ? "statement" : "statements")
                : "The database does not agree with the SQL in %d %s:"
                        .formatted(differences.size(), differences.size() == 1 ? "place" : "places");
        return first + lines(differences) + (unchecked.isEmpty() ? "" : "\nNot checked:" + lines(unchecked));
    }

    private static String lines(List<?> things) {
        return things.stream().map(thing -> "\n  - " + thing).collect(Collectors.joining());
    }
}

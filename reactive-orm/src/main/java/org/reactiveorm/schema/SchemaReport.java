package org.reactiveorm.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.SchemaMismatchException;

/**
 * The model held against a live database.
 *
 * @param differences every difference: enums first, then table by table
 */
public record SchemaReport(List<SchemaDifference> differences) {

    /** Keeps its own copy. */
    public SchemaReport {
        differences = List.copyOf(differences);
    }

    /** Whether the database has everything that the model needs. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    /**
     * This report, if it is clean.
     *
     * @throws SchemaMismatchException if it is not; the message lists all differences
     */
    public SchemaReport requireClean() {
        if (!isClean()) {
            throw new SchemaMismatchException(
                    this + "\nChange the database or the entities, so that they agree.", ErrorContext.none());
        }
        return this;
    }

    /** One line per difference. */
    @Override
    public String toString() {
        if (isClean()) {
            return "The database has everything that the model needs.";
        }
        return differences.stream()
                .map(difference -> "\n  - " + difference)
                .collect(Collectors.joining(
                        "",
                        "The database differs from the model in %d %s:"
                                .formatted(differences.size(), differences.size() == 1 ? "place" : "places"),
                        ""));
    }
}

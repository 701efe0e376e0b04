package org.reactiveorm.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.scope.Scopes;

/**
 * SQL of the caller with {@code :name} parameters. A colon inside a string, a quoted name, a dollar-quoted text or a comment
 * is no parameter, neither is a cast ({@code ::}); {@code \:} stands for a colon before a letter (an array slice). A
 * collection in {@code in (:name)} is bound as one array, so that the text is the same for any number of elements.
 */
public final class NamedSql {

    private final List<Place> places;
    private final String rest;
    private final Extent extent;
    private final boolean mayChange;

    NamedSql(List<Place> places, String rest, Extent extent, boolean mayChange) {
        this.places = places;
        this.rest = rest;
        this.extent = extent;
        this.mayChange = mayChange;
    }

    /** Finds the parameters. */
    public static NamedSql parse(String sql) {
        return new NamedSqlParser(sql).parse();
    }

    /**
     * Whether one of its words is of a statement that changes rows. A select that locks rows ({@code for update}) has such a
     * word too; one that calls a function which changes rows has none.
     */
    public boolean mayChange() {
        return mayChange;
    }

    /** Whether there is something after a semicolon. */
    public boolean hasSeveralStatements() {
        return extent == Extent.SEVERAL;
    }

    /**
     * The statement with these in the places of its parameters; a name that stands several times is one parameter.
     *
     * @throws InvalidQueryException naming the parameters without a value and the values without a parameter, or if a
     *     collection is one of several things in {@code in (…)}, or if there are several statements with parameters
     */
    public Sql bind(Map<String, SqlPart> parts) {
        requireSameNames(parts.keySet());
        SqlWriter writer = new SqlWriter(Scopes.none());
        Map<String, String> written = new LinkedHashMap<>();
        for (Place place : places) {
            // every name has a part, as was required
            SqlPart part = parts.getOrDefault(place.name, SqlPart.NULL);
            writer.append(place.before).append(part.isList() ? place.beforeList() : place.opening);
            String known = written.get(place.name);
            if (known == null) {
                int start = writer.length();
                part.write(writer);
                written.put(place.name, writer.since(start));
            } else {
                writer.append(known);
            }
        }
        writer.append(rest);
        if (hasSeveralStatements() && !writer.hasNoParameters()) {
            throw refused("The SQL has several statements, but PostgreSQL takes values with one statement only. "
                    + "Run them one by one, in a transaction if they belong together.");
        }
        return writer.toSql(List.of());
    }

    private void requireSameNames(Set<String> given) {
        Set<String> names = places.stream().map(Place::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(given);
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(names);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw refused((missing.isEmpty() ? "" : "No value was bound for " + missing + ". ")
                    + (unknown.isEmpty() ? "" : "The SQL has no parameter " + unknown + ". ")
                    + "Its parameters are " + names + ".");
        }
    }

    private static InvalidQueryException refused(String message) {
        return new InvalidQueryException(message, ErrorContext.none());
    }

    /** How many statements there are. */
    enum Extent {
        ONE,
        SEVERAL
    }

    /** Where a parameter stands. */
    enum Kind {
        PLAIN,
        /** It is all that {@code in (…)} has. */
        IN,
        /** It is all that {@code not in (…)} has. */
        NOT_IN,
        /** It is not all that {@code in (…)} has. */
        AMONG_OTHERS
    }

    /**
     * One occurrence of a parameter.
     *
     * @param before the text before it
     * @param opening what follows that text unless the value is a list: {@code in (}
     * @param name the parameter
     * @param kind where it stands
     */
    record Place(String before, String opening, String name, Kind kind) {

        String beforeList() {
            return switch (kind) {
                case PLAIN -> opening;
                case IN -> "= any(";
                case NOT_IN -> "<> all(";
                case AMONG_OTHERS ->
                    throw refused(
                            "The value of :%s is a collection, but is not all that stands in its in (…). Put everything into one collection."
                                    .formatted(name));
            };
        }
    }
}

package org.reactiveorm.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Table;
import org.reactiveorm.query.Condition;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.Sql.Parameter;

/** Writes one statement. The only place that appends text, quotes names and numbers placeholders. */
final class SqlWriter {

    private static final String[] USUAL_PLACEHOLDERS =
            IntStream.range(0, 33).mapToObj(number -> "$" + number).toArray(String[]::new);

    private final StringBuilder text = new StringBuilder(256);
    private final List<Parameter> parameters = new ArrayList<>();
    private Set<String> reserved = Set.of();
    private final Scopes scopes;
    private Set<EntityModel<?>> insideOf = Set.of();
    private int unscoped;
    private String notes = "";
    private int aliases;
    private boolean knowsExcluded;

    /** Writes a statement on the rows that are seen through these scopes. */
    SqlWriter(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Appends SQL that is part of the library or was written by the caller as SQL; never a value. */
    SqlWriter append(String sql) {
        text.append(sql);
        return this;
    }

    /** An alias that no other part of the statement uses, and that nobody gives to a table of his own. */
    String newAlias() {
        String alias;
        do {
            alias = "t" + aliases++ + "_";
        } while (reserved.contains(alias));
        return alias;
    }

    /** Leaves an alias to SQL of the caller. */
    SqlWriter reserve(String alias) {
        if (reserved.isEmpty()) {
            reserved = new HashSet<>(); // few statements need it
        }
        reserved.add(alias.toLowerCase(Locale.ROOT));
        return this;
    }

    /** Notes what tells this statement from others with the same text, though it is bound. */
    SqlWriter note(String distinction) {
        notes += distinction;
        return this;
    }

    /** From here on {@code excluded} names the row that an upsert would have inserted. */
    SqlWriter knowingExcluded() {
        knowsExcluded = true;
        return this;
    }

    /** Whether there is a row that would have been inserted. */
    boolean knowsExcluded() {
        return knowsExcluded;
    }

    /** All that was noted. */
    String notes() {
        return notes;
    }

    /** A name, quoted, so that reserved words and capitals are safe (PostgreSQL, chapter 4.1.1). */
    SqlWriter name(String identifier) {
        text.append('"');
        if (identifier.indexOf('"') < 0) {
            text.append(identifier);
        } else {
            text.append(identifier.replace("\"", "\"\""));
        }
        text.append('"');
        return this;
    }

    /**
     * The table of an entity whose rows are read or changed. Whoever writes it has to write the entity's scope too, by one of the
     * methods of {@link ConditionRenderer} that take the entity; a statement without it is never finished.
     */
    SqlWriter rowsOf(EntityModel<?> entity) {
        if (scopes.isScoped(entity)) {
            unscoped++;
        }
        return table(entity.table());
    }

    /** What holds for the rows of a table that {@link #rowsOf} has named; it is going to be written now. */
    <E> Condition<E> scopeOf(EntityModel<E> entity) {
        if (!scopes.isScoped(entity)) {
            return Condition.always();
        }
        unscoped--;
        if (insideOf.contains(entity)) {
            throw new InvalidQueryException(
                    "The scope of %s has a condition on relations that lead back to %s, whose rows would have to be known already. Let it look at the row itself."
                            .formatted(entity.name(), entity.name()),
                    ErrorContext.of(entity.name()));
        }
        return scopes.of(entity);
    }

    /** A table that {@link #rowsOf} has named is joined with rows of its own which were found within the scope. */
    SqlWriter scopeByJoin(EntityModel<?> entity) {
        if (scopes.isScoped(entity)) {
            unscoped--;
        }
        return this;
    }

    /** Writes a scope's condition. */
    SqlWriter inScope(EntityModel<?> entity, Supplier<SqlWriter> condition) {
        insideOf = insideOf.isEmpty() ? new HashSet<>() : insideOf;
        insideOf.add(entity);
        SqlWriter written = condition.get();
        insideOf.remove(entity);
        return written;
    }

    /** A table with its schema: one of links between rows, or that rows are added to. See {@link #rowsOf} for the others. */
    SqlWriter table(Table table) {
        if (table.schema() != null) {
            name(table.schema()).append(".");
        }
        return name(table.name());
    }

    /** A column of an aliased table. */
    SqlWriter column(String alias, String column) {
        text.append(alias).append('.');
        return name(column);
    }

    /** A column of a table that may be the only one. */
    SqlWriter column(Qualifier table, String column) {
        return table.implied() ? name(column) : column(table.alias(), column);
    }

    /** Columns of a table as a select list. */
    SqlWriter selected(Qualifier table, List<? extends Property<?, ?>> properties) {
        String separator = "";
        for (Property<?, ?> property : properties) {
            text.append(separator);
            separator = ", ";
            column(table, property.column());
            text.append(property.type().selectedAs());
        }
        return this;
    }

    /** A list of names in parentheses. */
    SqlWriter names(Collection<String> identifiers) {
        String separator = "(";
        for (String identifier : identifiers) {
            append(separator).name(identifier);
            separator = ", ";
        }
        return append(")");
    }

    /** Binds a value. */
    <T> SqlWriter bind(ColumnType<T> type, @Nullable T value) {
        Object encoded = value == null ? null : type.encode(value);
        return append(type.bound(placeholder(encoded, type.wireType())));
    }

    /** Binds a number of rows, or the place of one. */
    SqlWriter bindNumber(long number) {
        return append(placeholder(number, Long.class));
    }

    /** Binds many values as one array of the column's type. */
    <T> SqlWriter bindArray(ColumnType<T> type, Collection<? extends @Nullable T> values) {
        return append(type.array().asArray(arrayPlaceholder(type, values)));
    }

    /** Binds many values as one array that is an argument of {@code unnest}. */
    <T> SqlWriter bindUnnest(ColumnType<T> type, Collection<? extends @Nullable T> values) {
        return append(type.array().asUnnestArgument(arrayPlaceholder(type, values)));
    }

    private <T> String arrayPlaceholder(ColumnType<T> type, Collection<? extends @Nullable T> values) {
        Object array = type.array().encode(values, values.size());
        return placeholder(array, array.getClass());
    }

    private String placeholder(@Nullable Object value, Class<?> type) {
        parameters.add(new Parameter(value, type));
        int number = parameters.size();
        return number < USUAL_PLACEHOLDERS.length ? USUAL_PLACEHOLDERS[number] : "$" + number;
    }

    /** Whether nothing was bound so far. */
    boolean hasNoParameters() {
        return parameters.isEmpty();
    }

    /** How much has been written. */
    int length() {
        return text.length();
    }

    /** What has been written since then. */
    String since(int start) {
        return text.substring(start);
    }

    /** The finished statement. */
    Sql toSql(EntityModel<?> entity) {
        return toSql(List.of(entity));
    }

    /** The finished statement; the first entity is the one that it answers. */
    Sql toSql(List<EntityModel<?>> entities) {
        if (unscoped != 0) {
            throw new IllegalStateException("A table is read without its scope: " + text);
        }
        return new Sql(text.toString(), parameters, entities);
    }
}

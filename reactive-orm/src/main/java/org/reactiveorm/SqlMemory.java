package org.reactiveorm;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.schema.KnownStatement;
import org.reactiveorm.sql.Sql;

/** The statements that {@code sql(…)} was given, each text and what it is read into once; or nothing. Thread-safe. */
final class SqlMemory {

    private final @Nullable Map<Key, KnownStatement> known;

    private SqlMemory(@Nullable Map<Key, KnownStatement> known) {
        this.known = known;
    }

    static SqlMemory ofNothing() {
        return new SqlMemory(null);
    }

    static SqlMemory ofEverything() {
        return new SqlMemory(new ConcurrentHashMap<>());
    }

    /** A statement that is read into {@code target}, which of all functions of one class is the same. */
    <T> void remember(SqlSpec spec, String name, Class<?> target, Supplier<RowReader<T>> reader) {
        remember(spec, target, sql -> new KnownStatement(sql, name, reader));
    }

    void rememberCounted(SqlSpec spec) {
        remember(spec, Void.class, KnownStatement::counted);
    }

    private void remember(SqlSpec spec, Class<?> target, Function<Sql, KnownStatement> statement) {
        if (known == null) {
            return;
        }
        try {
            Sql sql = spec.bound();
            known.computeIfAbsent(new Key(sql.text(), target), absent -> statement.apply(sql));
        } catch (OrmException neverSent) {
            // its subscriber is told
            return;
        }
    }

    /**
     * What was remembered, ordered by its text.
     *
     * @throws InvalidQueryException if nothing is
     */
    List<KnownStatement> statements() {
        if (known == null) {
            throw new InvalidQueryException(
                    "This ReactiveOrm does not remember the SQL that it is given. In a test, build it with ReactiveOrm.builder(…).rememberingSql(), or take the one of OrmExtension.",
                    ErrorContext.none());
        }
        return known.values().stream()
                .sorted(Comparator.comparing(statement -> statement.sql().text()))
                .toList();
    }

    private record Key(String text, Class<?> target) {}
}

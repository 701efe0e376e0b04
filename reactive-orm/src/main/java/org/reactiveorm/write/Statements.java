package org.reactiveorm.write;

import org.reactiveorm.execution.Executor;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.KeyedRowsRenderer;
import org.reactiveorm.sql.Sql;
import org.reactiveorm.sql.UpsertRenderer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends the statements of one operation, which see the rows of the same scopes, and whose rows the same listeners hear of.
 *
 * @param executor sends them
 * @param scopes which rows are seen
 * @param events what is heard
 */
record Statements(Executor executor, Scopes scopes, Events events) {

    <T> Flux<T> query(Sql sql, RowReader<T> reader) {
        return executor.query(sql, reader);
    }

    Mono<Long> update(Sql sql) {
        return executor.update(sql);
    }

    /** Renders inserts that may find a row. */
    UpsertRenderer upserts() {
        return new UpsertRenderer(scopes);
    }

    /** Renders what is done with rows that are chosen one by one. */
    KeyedRowsRenderer keyed() {
        return new KeyedRowsRenderer(scopes);
    }
}

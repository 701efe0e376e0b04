package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.KeyMatch;
import org.reactiveorm.sql.KeyedRows;
import reactor.core.publisher.Mono;

/**
 * Reads rows by their keys.
 *
 * @param statements sends the statement
 * @param entity the rows' entity
 * @param <C> the entity
 */
record RowFinder<C>(Statements statements, EntityModel<C> entity) {

    /** The row of each key, null where there is none; all keys have the same columns. */
    Mono<List<@Nullable C>> find(List<KeyMatch<C>> matches) {
        List<Property<C, ?>> key = matches.get(0).properties();
        KeyedRows<C> rows = new KeyedRows<>(entity, key, null, columns(key, matches), matches.size());
        return statements
                .query(statements.keyed().find(rows), NumberedRow.reader(entity))
                .collectList()
                .map(found -> NumberedRow.inOrder(found, matches.size()));
    }

    /** The values of keys, column by column. */
    static <C> List<KeyedRows.Column> columns(List<Property<C, ?>> key, List<KeyMatch<C>> matches) {
        List<KeyedRows.Column> columns = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            List<@Nullable Object> values = new ArrayList<>(matches.size());
            for (KeyMatch<C> match : matches) {
                values.add(match.values().get(i));
            }
            columns.add(new KeyedRows.Column(key.get(i).type(), values));
        }
        return columns;
    }
}

package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.sql.KeyedRows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link GivenRowsChange} of rows that somebody hears of, to be run in a transaction.
 *
 * @param statements sends the statements
 * @param change the change
 * @param <E> the entity
 */
record HeardGivenRows<E>(Statements statements, GivenRowsChange<E> change) {

    Mono<List<E>> update(UpdateAll<E> update) {
        return events().updating(entity(), toChange(), assignments(update))
                .flatMap(more -> change.update(update, more))
                .doOnNext(rows -> events().updated(entity(), rows));
    }

    Mono<List<E>> delete() {
        return deleted(change.delete());
    }

    Mono<List<E>> mark(Property<E, ?> deletion) {
        return deleted(change.mark(deletion));
    }

    private Mono<List<E>> deleted(Mono<List<E>> deletion) {
        return events().deleting(entity(), toChange())
                .then(deletion)
                .doOnNext(rows -> events().deleted(entity(), rows));
    }

    private List<Assignment<E>> assignments(UpdateAll<E> update) {
        List<Assignment<E>> all = new ArrayList<>();
        for (RowValues<E> row : change.rows().values()) {
            update.columns().forEach(property -> all.add(NewValues.assignment(property, row.get(property))));
        }
        all.addAll(change.made(update, List.of()));
        return all;
    }

    private RowsToChange<E> toChange() {
        return new RowsToChange<>(
                entity(), Flux.defer(() -> statements.query(statements.keyed().lock(keyed()), entity().reader())));
    }

    private KeyedRows<E> keyed() {
        List<Property<E, ?>> key = entity().primaryKey().properties();
        List<RowValues<E>> rows = change.rows().values();
        List<KeyedRows.Column> columns = new ArrayList<>();
        for (Property<E, ?> property : key) {
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(row.get(property)));
            columns.add(new KeyedRows.Column(property.type(), values));
        }
        return new KeyedRows<>(entity(), key, null, columns, rows.size());
    }

    private Events events() {
        return statements.events();
    }

    private EntityModel<E> entity() {
        return change.rows().entity();
    }
}

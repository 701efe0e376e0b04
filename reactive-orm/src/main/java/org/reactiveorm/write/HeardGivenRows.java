package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Lock;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.RowMembership;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.query.ValueColumn;
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
        return events().updating(entity(), toChange(Lock.Strength.NO_KEY_UPDATE), assignments(update))
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
        return events().deleting(entity(), toChange(Lock.Strength.UPDATE))
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

    /** Locked in the order of their keys, as the change does, so that two of them do not wait for each other. */
    private RowsToChange<E> toChange(Lock.Strength strength) {
        List<Order<E>> order = new ArrayList<>();
        List<List<Object>> keys = new ArrayList<>();
        for (Property<E, ?> property : entity().primaryKey().properties()) {
            order.add(new Order<>(
                    new ValueColumn<>(entity().name(), property), Order.Direction.ASCENDING, Order.Nulls.AS_LARGEST));
            keys.add(change.rows().values().stream()
                    .<Object>map(row -> Objects.requireNonNull(row.get(property), property.name()))
                    .toList());
        }
        Query<E> rows =
                Query.of(entity()).and(RowMembership.ofKeys(entity(), keys)).ordered(order);
        return RowsToChange.of(statements, rows, new Lock(strength, Lock.Wait.BLOCK));
    }

    private Events events() {
        return statements.events();
    }

    private EntityModel<E> entity() {
        return change.rows().entity();
    }
}

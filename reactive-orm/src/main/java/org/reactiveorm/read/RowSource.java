package org.reactiveorm.read;

import java.util.List;
import org.reactiveorm.model.RowReader;
import org.reactiveorm.sql.SelectList;
import reactor.core.publisher.Mono;

/**
 * A statement that answers whatever is asked for of its rows.
 *
 * @param <E> the entity whose rows they are
 */
public interface RowSource<E> {

    /** What {@code reader} makes of each row, of which the list is read. */
    <T> Mono<List<T>> rows(SelectList<E> list, RowReader<T> reader);
}

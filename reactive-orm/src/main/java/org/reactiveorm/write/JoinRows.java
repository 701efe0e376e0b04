package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.sql.JoinRowsRenderer;
import org.reactiveorm.sql.KeyedRows;
import org.reactiveorm.write.ChangeStep.UnlinkOthers;
import org.reactiveorm.write.ChangeStep.UnlinkRows;
import org.reactiveorm.write.DoneSteps.DoneStep;
import org.reactiveorm.write.InsertStep.RowLink;
import org.reactiveorm.write.WriteStep.RowId;
import reactor.core.publisher.Mono;

/**
 * Removes rows of a join table.
 *
 * @param statements sends the statements
 * @param done the steps before
 * @param relation the relation
 * @param <E> the entity that has the relation
 * @param <C> the related entity
 */
record JoinRows<E, C>(Statements statements, DoneSteps done, ToManyThrough<E, C> relation) {

    private static final JoinRowsRenderer JOIN = new JoinRowsRenderer();

    Mono<DoneStep> unlink(UnlinkRows<E, C> step) {
        List<RowLink> links = there(step.links());
        return links.isEmpty()
                ? Mono.just(DoneStep.EMPTY)
                : statements
                        .update(JOIN.delete(relation.joinTable(), columns(links)))
                        .thenReturn(DoneStep.EMPTY);
    }

    Mono<DoneStep> unlinkOthers(UnlinkOthers<E, C> step) {
        List<RowId> parents = step.parents().stream().filter(done::isThere).toList();
        return parents.isEmpty()
                ? Mono.just(DoneStep.EMPTY)
                : statements
                        .update(JOIN.deleteOthers(
                                relation.joinTable(),
                                columns(parents, relation.sourceKey()),
                                columns(there(step.kept()))))
                        .thenReturn(DoneStep.EMPTY);
    }

    private List<RowLink> there(List<RowLink> links) {
        return links.stream().filter(done::isThere).toList();
    }

    /** The columns of the sources, and behind them those of the targets. */
    private List<KeyedRows.Column> columns(List<RowLink> links) {
        List<KeyedRows.Column> columns = columns(RowLink.sources(links), relation.sourceKey());
        columns.addAll(columns(RowLink.targets(links), relation.link().targetKey()));
        return columns;
    }

    private <P> List<KeyedRows.Column> columns(List<RowId> rows, List<Property<P, ?>> key) {
        List<KeyedRows.Column> columns = new ArrayList<>();
        for (Property<P, ?> property : key) {
            List<@Nullable Object> values = new ArrayList<>(rows.size());
            rows.forEach(row -> values.add(done.value(row, property)));
            columns.add(new KeyedRows.Column(property.type(), values));
        }
        return columns;
    }
}

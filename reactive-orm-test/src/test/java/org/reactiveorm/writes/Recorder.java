package org.reactiveorm.writes;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.write.EntityListener;
import org.reactiveorm.write.RowsToChange;
import reactor.core.publisher.Mono;

/** Notes what it hears, as text, and does what it is told to. */
final class Recorder<E> implements EntityListener<E> {

    private final EntityRef<E, ?> entity;
    private final Function<E, Object> shown;
    private final List<String> heard;

    Function<List<Draft<E>>, Mono<List<Draft<E>>>> onBeforeInsert = rows -> Mono.empty();
    Function<List<E>, Mono<Void>> onAfterInsert = rows -> Mono.empty();
    Function<RowsToChange<E>, Mono<List<Assignment<E>>>> onBeforeUpdate = rows -> Mono.empty();
    Function<List<E>, Mono<Void>> onAfterUpdate = rows -> Mono.empty();
    Function<RowsToChange<E>, Mono<Void>> onBeforeDelete = rows -> Mono.empty();
    Function<List<E>, Mono<Void>> onAfterDelete = rows -> Mono.empty();

    Recorder(EntityRef<E, ?> entity, Function<E, Object> shown, List<String> heard) {
        this.entity = entity;
        this.shown = shown;
        this.heard = heard;
    }

    private void note(String what, String details) {
        heard.add(what + " " + entity.model().name() + " " + details);
    }

    private String names(List<E> rows) {
        return rows.stream().map(shown).map(String::valueOf).sorted().toList().toString();
    }

    @Override
    public EntityRef<E, ?> entity() {
        return entity;
    }

    @Override
    public Mono<List<Draft<E>>> beforeInsert(List<Draft<E>> rows) {
        note("inserting", String.valueOf(rows.size()));
        return onBeforeInsert.apply(rows);
    }

    @Override
    public Mono<Void> afterInsert(List<E> rows) {
        note("inserted", names(rows));
        return onAfterInsert.apply(rows);
    }

    @Override
    public Mono<List<Assignment<E>>> beforeUpdate(RowsToChange<E> rows, List<Assignment<E>> assignments) {
        note(
                "updating",
                assignments.stream()
                        .map(each -> each.property().name())
                        .distinct()
                        .collect(Collectors.joining(",")));
        return onBeforeUpdate.apply(rows);
    }

    @Override
    public Mono<Void> afterUpdate(List<E> rows) {
        note("updated", names(rows));
        return onAfterUpdate.apply(rows);
    }

    @Override
    public Mono<Void> beforeDelete(RowsToChange<E> rows) {
        heard.add("deleting " + entity.model().name());
        return onBeforeDelete.apply(rows);
    }

    @Override
    public Mono<Void> afterDelete(List<E> rows) {
        note("deleted", names(rows));
        return onAfterDelete.apply(rows);
    }
}

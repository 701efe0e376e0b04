package org.reactiveorm;

import static org.reactiveorm.error.InvalidQueryException.requireGiven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.EntityValues;
import org.reactiveorm.query.Nested;
import org.reactiveorm.query.New;
import org.reactiveorm.query.RelationRef;
import org.reactiveorm.query.UnitBuilder;
import org.reactiveorm.query.UnitChanges;
import org.reactiveorm.write.BatchResult;
import reactor.core.publisher.Mono;

/**
 * Collects inserts, updates and deletes of any entities as data, and sends them together: all of them or none, ordered by
 * foreign keys, in as few statements as possible. Immutable: each call answers another unit of work; the values are those
 * that the entities had when they were given.
 *
 * <pre>{@code
 * NewUser alice = NewUser.username("alice").email("a@example.com");
 * orm.batch()
 *         .insert(NewPost.title("x").user(alice), NewPost.title("y").user(alice))
 *         .update(USER, renamed)
 *         .delete(POST, outdated)
 *         .flush()
 *         .map(result -> result.of(alice));
 * }</pre>
 *
 * <p>New entities refer to each other by being nested. Within a unit of work the same object is one row, however often it is
 * nested or given; a builder that was changed afterwards is another object. (An {@code insert} of its own makes a row for
 * each place.) What cannot be said by nesting, {@link #relate} says.
 *
 * <p>The order is: new rows, those that others refer to first; then updates; then deletes, of rows that refer to others first.
 * Where a deleted row has a unique key that a new or updated row takes, all deletes come first; an update that
 * moves a row off a deleted one then comes too late for its foreign key, and fails. Statements that move a unique value
 * between rows in another way break the constraint unless it is deferrable. Each table and set of columns is one statement for
 * inserts, each table for updates and for deletes, whatever the number of rows. New rows that refer to each other in a circle, or in a
 * tree of more than two levels whose keys the database makes, are inserted without a key that may be NULL, which a second
 * statement sets (without counting up the version; a CHECK that wants the key at once refuses that); a circle of keys that must not be
 * null is refused, also where its constraints are deferrable. Keys that are known before, because they
 * were given or are made by Java, need no second statement within one table and set of columns.
 *
 * <p>Rows that are there already are connected as in single inserts. What {@code connectOrCreate} creates is a row of its own, which
 * the result does not know. An updated entity can refer to a new one only by a key that is known before.
 *
 * <p>Updates and deletes are those of {@link ReactiveOrm#updateAll} and {@link ReactiveOrm#deleteAll}: every row has to be there,
 * in the entity's version. Scopes, moments, auditors and defaults are those of single calls, with one moment and one
 * auditor for the whole flush.
 */
public final class UnitOfWork {

    private static final String NO_NEW = "An entity to insert is null. Leave it out.";
    private static final String NO_COLLECTION = "The collection of entities is null. Give an empty one for none.";
    private static final String NO_ENTITY = "The entity is null. Give the constant of its generated model.";

    private final Engine engine;
    private final @Nullable UnitOfWork previous;
    private final Consumer<UnitBuilder> change;

    UnitOfWork(Engine engine) {
        this(engine, null, nothing -> {});
    }

    private UnitOfWork(Engine engine, @Nullable UnitOfWork previous, Consumer<UnitBuilder> change) {
        this.engine = engine;
        this.previous = previous;
        this.change = change;
    }

    private UnitOfWork with(Consumer<UnitBuilder> next) {
        return new UnitOfWork(engine, this, next);
    }

    /**
     * Inserts new entities with those that are nested in them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if one is null
     */
    public UnitOfWork insert(New<?>... entities) {
        return insertAll(Arrays.asList(requireGiven(entities, NO_NEW)));
    }

    /**
     * Inserts new entities with those that are nested in them.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the collection or an entity is null
     */
    public UnitOfWork insertAll(Collection<? extends New<?>> entities) {
        List<Draft<?>> drafts = new ArrayList<>();
        for (New<?> each : requireGiven(entities, NO_COLLECTION)) {
            drafts.add(requireGiven(each, NO_NEW).draft());
        }
        return with(unit -> drafts.forEach(unit::insert));
    }

    /**
     * Inserts entities that the caller holds, as {@link ReactiveOrm#insert(EntityRef, Object)} does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if something is null, or a value is and its column is NOT NULL
     */
    @SafeVarargs
    public final <E> UnitOfWork insert(EntityRef<E, ?> entity, E... values) {
        return insertAll(entity, Arrays.asList(requireGiven(values, NO_COLLECTION)));
    }

    /** {@link #insert(EntityRef, Object[])} of a collection. */
    public <E> UnitOfWork insertAll(EntityRef<E, ?> entity, Collection<? extends E> values) {
        List<Draft<E>> drafts =
                values(entity, values).stream().map(EntityValues::draft).toList();
        return with(unit -> drafts.forEach(unit::insert));
    }

    /**
     * Relates two new entities, which are inserted if they are not yet: {@code relate(reds, TEAM.captain, ann)}. With nesting
     * alone, an entity cannot refer to one that was built later.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if something is null
     */
    public <E, C> UnitOfWork relate(Nested<E> one, RelationRef<E, C> relation, Nested<C> other) {
        Draft<E> draft = requireGiven(one, NO_NEW).draft();
        Attachment<E, C> attachment = new Attachment.Create<>(
                requireGiven(relation, "The relation is null. Give one of the entity's typed model.")
                        .relation(),
                List.of(requireGiven(other, NO_NEW).draft()));
        return with(unit -> unit.relate(draft, attachment));
    }

    /**
     * Changes the rows of entities to the values that these have now, as {@link ReactiveOrm#updateAll} does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if something is null, or a value is and its column is NOT NULL
     */
    @SafeVarargs
    public final <E> UnitOfWork update(EntityRef<E, ?> entity, E... values) {
        return updateAll(entity, Arrays.asList(requireGiven(values, NO_COLLECTION)));
    }

    /** {@link #update} of a collection. */
    public <E> UnitOfWork updateAll(EntityRef<E, ?> entity, Collection<? extends E> values) {
        List<EntityValues<E>> rows = values(entity, values);
        rows.forEach(EntityValues::assignments); // refuses what cannot be written
        rows.forEach(EntityValues::isThere); // and what does not say which row is meant
        return with(unit -> rows.forEach(unit::update));
    }

    /**
     * Removes the rows of entities, as {@link ReactiveOrm#deleteAll} does.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if something is null, also an id
     */
    @SafeVarargs
    public final <E> UnitOfWork delete(EntityRef<E, ?> entity, E... values) {
        return deleteAll(entity, Arrays.asList(requireGiven(values, NO_COLLECTION)));
    }

    /** {@link #delete} of a collection. */
    public <E> UnitOfWork deleteAll(EntityRef<E, ?> entity, Collection<? extends E> values) {
        List<EntityValues<E>> rows = values(entity, values);
        rows.forEach(EntityValues::isThere);
        return with(unit -> rows.forEach(unit::delete));
    }

    private static <E> List<EntityValues<E>> values(EntityRef<E, ?> entity, Collection<? extends E> values) {
        List<EntityValues<E>> all = new ArrayList<>();
        for (E each : requireGiven(values, NO_COLLECTION)) {
            all.add(EntityValues.of(requireGiven(entity, NO_ENTITY).model(), each));
        }
        return all;
    }

    /**
     * Lifts scopes of an entity, by their names, for the whole unit of work.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if the entity is null, there is no name, or the entity has no such scope
     */
    public UnitOfWork unscoped(EntityRef<?, ?> entity, String... names) {
        return new UnitOfWork(engine.unscoped(entity, names), previous, change);
    }

    /** Removes the deleted rows, also of entities with {@code @SoftDelete}. */
    public UnitOfWork permanently() {
        return new UnitOfWork(engine.permanently(), previous, change);
    }

    /**
     * Sends everything in one transaction, or joins the subscriber's; each subscription does it anew. Of nothing: sends nothing.
     * Fails with {@link org.reactiveorm.error.InvalidQueryException} before any statement if the same row is changed or
     * removed twice, a new entity lacks a required column, a key would come from two places, or required keys form a circle; with
     * {@link org.reactiveorm.error.StaleEntityException} or {@link org.reactiveorm.error.NotFoundException} if a row
     * is not there as expected. Nothing is changed then. The positions in errors about new entities count those that were given to
     * {@code insert}, over all calls.
     */
    public Mono<BatchResult> flush() {
        return Mono.defer(() -> engine.writer().flush(changes()));
    }

    private UnitChanges changes() {
        List<Consumer<UnitBuilder>> changes = new ArrayList<>();
        for (UnitOfWork step = this; step != null; step = step.previous) {
            changes.add(step.change);
        }
        Collections.reverse(changes);
        UnitBuilder unit = new UnitBuilder();
        changes.forEach(each -> each.accept(unit));
        return unit.build();
    }
}

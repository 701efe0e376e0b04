package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Key;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.EntityValues;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.UnitChanges;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.write.UnitPlan.Deletes;
import org.reactiveorm.write.UnitPlan.Deletes.Order;
import org.reactiveorm.write.UnitPlan.Release;

/**
 * The order in which rows are removed: those of a table before those of the tables that it refers to. Rows of one table are one
 * statement, which checks keys when all of them are gone. Where tables refer to each other in a circle, the removed rows decide;
 * if they are in a circle too, they let go of each other before by keys that may be NULL.
 */
final class UnitDeletes {

    private final Map<EntityModel<?>, GivenRows<?>> rows = new HashMap<>();
    private final List<Release<?>> releases = new ArrayList<>();
    private final List<GivenRows<?>> ordered = new ArrayList<>();
    /** The values that removed rows have for a key. */
    private final Map<List<?>, Set<Object>> keys = new HashMap<>();

    private UnitDeletes(List<GivenRows<?>> deletes) {
        deletes.forEach(each -> rows.put(each.entity(), each));
    }

    static Deletes of(UnitChanges changes, List<UnitRow<?>> inserts) {
        UnitDeletes deletes = new UnitDeletes(changes.deletes());
        List<EntityModel<?>> entities = new ArrayList<>();
        changes.deletes().forEach(each -> entities.add(each.entity()));
        for (List<EntityModel<?>> circle : components(entities, ALL)) {
            deletes.order(circle);
        }
        Collections.reverse(deletes.ordered);
        boolean isTaken = changes.updates().stream().anyMatch(update -> deletes.isTaken(update.rows()))
                || inserts.stream().anyMatch(row -> deletes.isTaken(row));
        return new Deletes(deletes.releases, deletes.ordered, isTaken ? Order.FIRST : Order.LAST);
    }

    /** Updates in the order of their tables, so that two units of work lock rows in the same order. */
    static List<UpdateAll<?>> parentsFirst(List<UpdateAll<?>> updates) {
        Map<EntityModel<?>, UpdateAll<?>> byEntity = new HashMap<>();
        List<EntityModel<?>> entities = new ArrayList<>();
        for (UpdateAll<?> update : updates) {
            byEntity.put(update.rows().entity(), update);
            entities.add(update.rows().entity());
        }
        List<UpdateAll<?>> ordered = new ArrayList<>(updates.size());
        components(entities, ALL).forEach(some -> some.forEach(entity -> ordered.add(byEntity.get(entity))));
        return ordered;
    }

    /** Which foreign keys count. */
    private interface Counting {
        <E> boolean counts(EntityModel<E> entity, Relation<E, ?> relation);
    }

    private static final Counting ALL = new Counting() {
        @Override
        public <E> boolean counts(EntityModel<E> entity, Relation<E, ?> relation) {
            return true;
        }
    };

    /** Tables that refer to each other in a circle, behind those that they refer to. */
    private static List<List<EntityModel<?>>> components(List<EntityModel<?>> entities, Counting counting) {
        Map<EntityModel<?>, Integer> places = new HashMap<>();
        entities.forEach(entity -> places.put(entity, places.size()));
        List<Set<Integer>> edges = new ArrayList<>();
        entities.forEach(entity -> edges.add(targets(entity, places, counting)));
        return Components.of(edges).stream()
                .<List<EntityModel<?>>>map(component ->
                        component.stream().<EntityModel<?>>map(entities::get).toList())
                .toList();
    }

    private static <E> Set<Integer> targets(
            EntityModel<E> entity, Map<EntityModel<?>, Integer> places, Counting counting) {
        Set<Integer> targets = new LinkedHashSet<>();
        for (Relation<E, ?> relation : entity.relations()) {
            Integer target = places.get(relation.target());
            boolean isOther = target != null && relation.hasForeignKey() && relation.target() != entity;
            if (isOther && counting.counts(entity, relation)) {
                targets.add(target);
            }
        }
        return targets;
    }

    /** Orders tables that refer to each other in a circle, or one alone. */
    private void order(List<EntityModel<?>> circle) {
        Set<Relation<?, ?>> released = new HashSet<>();
        Counting used = new Counting() {
            @Override
            public <E> boolean counts(EntityModel<E> entity, Relation<E, ?> relation) {
                return !released.contains(relation) && isUsed(entity, relation);
            }
        };
        List<List<EntityModel<?>>> parts = components(circle, used);
        for (EntityModel<?> entity : circle) {
            if (parts.size() < circle.size()) {
                release(entity, parts, released);
                parts = components(circle, used);
            }
        }
        parts.forEach(part -> part.forEach(entity -> ordered.add(required(entity))));
    }

    /** Plans that rows of this table let go of removed rows that refer to them in a circle, where they can. */
    private <E> void release(EntityModel<E> entity, List<List<EntityModel<?>>> parts, Set<Relation<?, ?>> released) {
        for (Relation<E, ?> relation : entity.relations()) {
            boolean isCircle = relation.hasForeignKey()
                    && relation.target() != entity
                    && parts.stream().anyMatch(part -> part.contains(entity) && part.contains(relation.target()));
            if (isCircle && isUsed(entity, relation) && release(entity, relation)) {
                released.add(relation);
            }
        }
    }

    private GivenRows<?> required(EntityModel<?> entity) {
        return Objects.requireNonNull(rows.get(entity), "Only tables that rows are removed from are ordered");
    }

    @SuppressWarnings("unchecked") // the rows stand beside their entity
    private <E> GivenRows<E> given(EntityModel<E> entity) {
        return (GivenRows<E>) required(entity);
    }

    /** Whether a removed row refers to another one by this relation. */
    private <E> boolean isUsed(EntityModel<E> entity, Relation<E, ?> relation) {
        return !referring(given(entity), relation).isEmpty();
    }

    private <E, C> List<EntityValues<E>> referring(GivenRows<E> some, Relation<E, C> relation) {
        Set<Object> targets = keysOf(given(relation.target()), relation.link().targetKey());
        return some.rows().stream()
                .filter(row -> isOneOf(targets, UnitRows.keyOf(row.values(), relation.sourceKey())))
                .toList();
    }

    private static boolean isOneOf(Set<Object> keys, @Nullable Object key) {
        return key != null && keys.contains(key);
    }

    private <E> Set<Object> keysOf(GivenRows<E> some, List<Property<E, ?>> key) {
        return keys.computeIfAbsent(key, unseen -> {
            Set<Object> values = new HashSet<>();
            for (EntityValues<E> row : some.rows()) {
                Object value = UnitRows.keyOf(row.values(), key);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        });
    }

    /** Plans that rows let go of those they refer to, if they can. */
    private <E> boolean release(EntityModel<E> entity, Relation<E, ?> relation) {
        List<Property<E, ?>> nullable =
                relation.sourceKey().stream().filter(Property::isNullable).toList();
        if (nullable.isEmpty()) {
            return false;
        }
        GivenRows<E> some = new GivenRows<>(entity, referring(given(entity), relation));
        releases.add(new Release<>(some, nullable));
        return true;
    }

    private <E> boolean isTaken(GivenRows<E> updated) {
        return rows.containsKey(updated.entity())
                && updated.rows().stream().anyMatch(row -> isTaken(updated.entity(), row.values()));
    }

    private <E> boolean isTaken(UnitRow<E> inserted) {
        return rows.containsKey(inserted.entity()) && isTaken(inserted.entity(), inserted.values());
    }

    /** Whether a row has a unique key of a removed one. */
    private <E> boolean isTaken(EntityModel<E> entity, RowValues<E> values) {
        return entity.keys().stream().anyMatch(key -> isTaken(entity, key, values));
    }

    private <E> boolean isTaken(EntityModel<E> entity, Key<E> key, RowValues<E> values) {
        return isOneOf(keysOf(given(entity), key.properties()), UnitRows.keyOf(values, key.properties()));
    }
}

package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.KeyValues;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.UnitChanges;
import org.reactiveorm.query.UnitChanges.Relating;

/** The new rows of a unit of work: those that were given, then those that are nested in them, each draft once. */
final class UnitRows {

    /** Drafts are equal to themselves only. */
    private final Map<Draft<?>, UnitRow<?>> known = new HashMap<>();

    private final List<UnitRow<?>> all = new ArrayList<>();
    private final Map<ToManyThrough<?, ?>, List<Pair>> links = new LinkedHashMap<>();
    private final int given;

    private UnitRows(int given) {
        this.given = given;
    }

    /** Two rows that a row of a join table links. */
    record Pair(UnitRow<?> source, UnitRow<?> target) {}

    /**
     * Finds all rows.
     *
     * @throws org.reactiveorm.error.InvalidQueryException if a to-one relation has several entities, or a key two origins
     */
    static UnitRows of(UnitChanges changes) {
        UnitRows rows = new UnitRows(changes.inserts().size());
        for (int i = 0; i < changes.inserts().size(); i++) {
            rows.row(changes.inserts().get(i), i);
        }
        changes.relatings().forEach(relating -> rows.row(relating.draft(), -1));
        changes.relatings().forEach(rows::relate);
        for (int i = 0; i < rows.all.size(); i++) {
            rows.expand(rows.all.get(i));
        }
        return rows;
    }

    List<UnitRow<?>> all() {
        return all;
    }

    /** How many entities the caller gave. */
    int given() {
        return given;
    }

    Map<ToManyThrough<?, ?>, List<Pair>> links() {
        return links;
    }

    @SuppressWarnings("unchecked") // each row stands beside its own draft
    private <E> UnitRow<E> row(Draft<E> draft, int origin) {
        UnitRow<?> row = known.get(draft);
        if (row == null) {
            row = new UnitRow<>(draft, origin);
            known.put(draft, row);
            all.add(row);
        }
        return (UnitRow<E>) row;
    }

    private <E> void relate(Relating<E> relating) {
        attach(row(relating.draft(), -1), relating.attachment());
    }

    private <E> void expand(UnitRow<E> row) {
        row.draft().attachments().forEach(attachment -> attach(row, attachment));
    }

    private <E, C> void attach(UnitRow<E> row, Attachment<E, C> attachment) {
        if (attachment instanceof Attachment.Create<E, C> create) {
            if (create.relation().isToOne() && create.drafts().size() > 1) {
                throw ForeignKeyPlanner.tooMany(
                        create.relation(), create.drafts().size());
            }
            for (Draft<C> draft : create.drafts()) {
                create.relation().accept(new Joining<>(row, row(draft, row.origin())));
            }
        } else {
            row.others().add(attachment);
        }
    }

    /** Lets one row refer to the other. */
    private final class Joining<E, C> implements Relation.Visitor<E, C, @Nullable Void> {

        private final UnitRow<E> row;
        private final UnitRow<C> other;

        Joining(UnitRow<E> row, UnitRow<C> other) {
            this.row = row;
            this.other = other;
        }

        @Override
        public @Nullable Void toOne(ToOne<E, C> relation) {
            row.refer(relation.sourceKey(), other, relation.link().targetKey());
            return null;
        }

        @Override
        public @Nullable Void inverseToOne(InverseToOne<E, C> relation) {
            row.requireOnly(relation, other);
            return belongs(relation);
        }

        @Override
        public @Nullable Void toMany(ToMany<E, C> relation) {
            return belongs(relation);
        }

        private @Nullable Void belongs(Relation<E, C> relation) {
            other.refer(relation.link().targetKey(), row, relation.sourceKey());
            return null;
        }

        @Override
        public @Nullable Void manyToMany(ToManyThrough<E, C> relation) {
            links.computeIfAbsent(relation, unseen -> new ArrayList<>()).add(new Pair(row, other));
            return null;
        }
    }

    /** Lets rows refer to each other whose keys the caller gave: they need an order too. */
    void findKnown() {
        Map<List<?>, Map<Object, UnitRow<?>>> byKey = new HashMap<>();
        all.forEach(row -> findKnown(row, byKey));
    }

    private <E> void findKnown(UnitRow<E> row, Map<List<?>, Map<Object, UnitRow<?>>> byKey) {
        for (Relation<E, ?> relation : row.entity().relations()) {
            if (relation.hasForeignKey() && !row.refers(relation.sourceKey())) {
                Object key = keyOf(row.values(), relation.sourceKey());
                if (key != null) {
                    findKnown(row, relation, key, byKey);
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // rows are found by properties of their own entity
    private <E, C> void findKnown(
            UnitRow<E> row, Relation<E, C> relation, Object key, Map<List<?>, Map<Object, UnitRow<?>>> byKey) {
        List<Property<C, ?>> target = relation.link().targetKey();
        UnitRow<?> found =
                byKey.computeIfAbsent(target, unseen -> rowsBy(relation)).get(key);
        if (found != null) {
            row.refer(relation.sourceKey(), (UnitRow<C>) found, target);
        }
    }

    @SuppressWarnings("unchecked") // the rows are of the relation's target
    private <C> Map<Object, UnitRow<?>> rowsBy(Relation<?, C> relation) {
        Map<Object, UnitRow<?>> rows = new HashMap<>();
        for (UnitRow<?> row : all) {
            if (row.entity() == relation.target()) {
                Object key = keyOf(((UnitRow<C>) row).values(), relation.link().targetKey());
                if (key != null) {
                    rows.put(key, row);
                }
            }
        }
        return rows;
    }

    /** The key that a row has, comparable with those of others; null if a part of it is NULL or not known. */
    static <E> @Nullable Object keyOf(RowValues<E> values, List<Property<E, ?>> key) {
        List<Object> known = new ArrayList<>(key.size());
        for (Property<E, ?> property : key) {
            Object value = values.get(property);
            if (value == null) {
                return null;
            }
            known.add(value);
        }
        return KeyValues.of(key, known);
    }
}

package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.model.ToMany;
import org.reactiveorm.model.ToManyThrough;
import org.reactiveorm.model.ToOne;
import org.reactiveorm.query.Draft;
import org.reactiveorm.write.WriteStep.InsertRows;
import org.reactiveorm.write.WriteStep.KeyReference;
import org.reactiveorm.write.WriteStep.LinkRows;
import org.reactiveorm.write.WriteStep.NewRow;
import org.reactiveorm.write.WriteStep.RowId;
import org.reactiveorm.write.WriteStep.RowLink;

/**
 * Turns new entities with nested new entities into a plan. All rows that stand at the same place of the tree are one step,
 * so the number of steps depends on the shape of the call, not on the number of rows. To-one parents come before the rows
 * that refer to them, everything else after.
 */
final class WritePlanner {

    private final GeneratedValues generated;
    private final List<WriteStep> steps = new ArrayList<>();

    private WritePlanner(GeneratedValues generated) {
        this.generated = generated;
    }

    /**
     * The plan for new entities of one kind.
     *
     * @throws InvalidQueryException if anywhere in the tree a required column is missing, a key is given and taken, or it
     *     would be taken twice
     */
    static <E> WritePlan<E> plan(EntityModel<E> entity, List<Draft<E>> drafts, GeneratedValues generated) {
        WritePlanner planner = new WritePlanner(generated);
        List<Pending<E>> rows = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> rows.add(new Pending<>(draft)));
        int root = planner.insert(entity, rows);
        return new WritePlan<>(planner.steps, root);
    }

    /** Plans the rows with everything that is nested in them and answers the index of their own step. */
    private <E> int insert(EntityModel<E> entity, List<Pending<E>> rows) {
        Set<Relation<E, ?>> relations = nested(rows);
        relations.forEach(relation -> planBefore(relation, rows));
        int step = steps.size();
        List<NewRow<E>> newRows = new ArrayList<>(rows.size());
        rows.forEach(row -> newRows.add(newRow(row)));
        steps.add(new InsertRows<>(entity, newRows));
        relations.forEach(relation -> planAfter(relation, rows, step));
        return step;
    }

    private static <E> Set<Relation<E, ?>> nested(List<Pending<E>> rows) {
        Set<Relation<E, ?>> relations = Set.of();
        for (Pending<E> row : rows) {
            for (Draft.Children<E, ?> children : row.draft.children()) {
                relations = relations.isEmpty() ? new LinkedHashSet<>() : relations;
                relations.add(children.relation());
            }
        }
        return relations;
    }

    private <E> NewRow<E> newRow(Pending<E> row) {
        RowValues<E> values = row.draft.values();
        List<String> missing = List.of();
        generated.forTenant(row.draft.entity(), values);
        for (Property<E, ?> property : row.draft.entity().properties()) {
            if (values.has(property) || row.takes(property)) {
                continue;
            }
            if (property.isRequired()) {
                missing = missing.isEmpty() ? new ArrayList<>() : missing;
                missing.add(property.name());
            }
            generated.forInsert(property, values);
        }
        if (!missing.isEmpty()) {
            throw incomplete(row.draft.entity(), missing);
        }
        row.references.forEach(reference -> requireAgreement(row.draft.entity(), values, reference));
        return new NewRow<>(values, row.references);
    }

    private static InvalidQueryException incomplete(EntityModel<?> entity, List<String> missing) {
        return new InvalidQueryException(
                "A new %s needs values for: %s.".formatted(entity.name(), String.join(", ", missing)),
                ErrorContext.of(entity.name()));
    }

    /** A key that the caller gives too must be the one that the other new row has, which has to be known before. */
    private <E, P> void requireAgreement(EntityModel<E> entity, RowValues<E> values, KeyReference<E, P> reference) {
        RowValues<P> other = rowOf(reference);
        for (int i = 0; i < reference.key().size(); i++) {
            Property<E, ?> key = reference.key().get(i);
            Property<P, ?> from = reference.from().get(i);
            if (values.has(key) && !(other.has(from) && Objects.deepEquals(values.get(key), other.get(from)))) {
                throw new InvalidQueryException(
                        "%s.%s is given, but it is the key of an entity that is created with it. Leave it out."
                                .formatted(entity.name(), key.name()),
                        ErrorContext.of(entity.name()).withProperties(List.of(key.name())));
            }
        }
    }

    @SuppressWarnings("unchecked") // a reference names properties of the step's own entity
    private <P> RowValues<P> rowOf(KeyReference<?, P> reference) {
        InsertRows<P> step = (InsertRows<P>) steps.get(reference.row().step());
        return step.rows().get(reference.row().row()).values();
    }

    private <E, C> void planBefore(Relation<E, C> relation, List<Pending<E>> rows) {
        relation.accept(new Before<>(rows));
    }

    private <E, C> void planAfter(Relation<E, C> relation, List<Pending<E>> rows, int step) {
        relation.accept(new After<>(rows, step));
    }

    /** A draft and the keys that it takes from others. */
    private static final class Pending<E> {

        private final Draft<E> draft;
        private List<KeyReference<E, ?>> references = List.of();

        Pending(Draft<E> draft) {
            this.draft = draft;
        }

        void take(KeyReference<E, ?> reference) {
            for (KeyReference<E, ?> other : references) {
                if (other.key().equals(reference.key())) {
                    throw ambiguous(reference.key());
                }
            }
            references = references.isEmpty() ? new ArrayList<>() : references;
            references.add(reference);
        }

        private InvalidQueryException ambiguous(List<Property<E, ?>> key) {
            List<String> names = key.stream().<String>map(Property::name).toList();
            return new InvalidQueryException(
                    "%s.%s would come from two new entities: one that the %s is nested in and one that is nested in it. Leave one of them out."
                            .formatted(
                                    draft.entity().name(),
                                    String.join(" and ", names),
                                    draft.entity().name()),
                    ErrorContext.of(draft.entity().name()).withProperties(names));
        }

        boolean takes(Property<E, ?> property) {
            for (KeyReference<E, ?> reference : references) {
                if (reference.key().contains(property)) {
                    return true;
                }
            }
            return false;
        }

        <C> List<Draft<C>> children(Relation<E, C> relation) {
            List<Draft<C>> drafts = new ArrayList<>();
            for (Draft.Children<E, ?> children : draft.children()) {
                if (children.relation() == relation) {
                    drafts.addAll(sameRelation(children));
                }
            }
            return drafts;
        }

        @SuppressWarnings("unchecked") // the relation is the one that was asked for
        private static <E, C> List<Draft<C>> sameRelation(Draft.Children<E, ?> children) {
            return ((Draft.Children<E, C>) children).drafts();
        }

        <C> List<Draft<C>> onlyChild(Relation<E, C> relation) {
            List<Draft<C>> drafts = children(relation);
            if (drafts.size() > 1) {
                throw new InvalidQueryException(
                        "%s.%s is a to-one relation, but %d entities were given for it."
                                .formatted(relation.owner(), relation.name(), drafts.size()),
                        ErrorContext.of(relation.owner()));
            }
            return drafts;
        }
    }

    /** Plans the rows that have to exist first. */
    private final class Before<E, C> implements Relation.Visitor<E, C, @Nullable Void> {

        private final List<Pending<E>> rows;

        Before(List<Pending<E>> rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable Void toOne(ToOne<E, C> relation) {
            List<Pending<C>> parents = new ArrayList<>();
            List<Pending<E>> referring = new ArrayList<>();
            for (Pending<E> row : rows) {
                for (Draft<C> parent : row.onlyChild(relation)) {
                    parents.add(new Pending<>(parent));
                    referring.add(row);
                }
            }
            if (parents.isEmpty()) {
                return null;
            }
            int step = insert(relation.target(), parents);
            List<Property<C, ?>> targetKey = relation.link().targetKey();
            for (int i = 0; i < referring.size(); i++) {
                referring.get(i).take(new KeyReference<>(relation.sourceKey(), new RowId(step, i), targetKey));
            }
            return null;
        }

        @Override
        public @Nullable Void inverseToOne(InverseToOne<E, C> relation) {
            return null;
        }

        @Override
        public @Nullable Void toMany(ToMany<E, C> relation) {
            return null;
        }

        @Override
        public @Nullable Void manyToMany(ToManyThrough<E, C> relation) {
            return null;
        }
    }

    /** Plans the rows that refer to the ones just planned. */
    private final class After<E, C> implements Relation.Visitor<E, C, @Nullable Void> {

        private final List<Pending<E>> rows;
        private final int step;

        After(List<Pending<E>> rows, int step) {
            this.rows = rows;
            this.step = step;
        }

        @Override
        public @Nullable Void toOne(ToOne<E, C> relation) {
            return null;
        }

        @Override
        public @Nullable Void inverseToOne(InverseToOne<E, C> relation) {
            rows.forEach(row -> row.onlyChild(relation));
            return referring(relation);
        }

        @Override
        public @Nullable Void toMany(ToMany<E, C> relation) {
            return referring(relation);
        }

        private @Nullable Void referring(Relation<E, C> relation) {
            List<Property<C, ?>> targetKey = relation.link().targetKey();
            List<Pending<C>> children = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                KeyReference<C, ?> toParent = new KeyReference<>(targetKey, new RowId(step, i), relation.sourceKey());
                for (Draft<C> draft : rows.get(i).children(relation)) {
                    Pending<C> child = new Pending<>(draft);
                    child.take(toParent);
                    children.add(child);
                }
            }
            if (!children.isEmpty()) {
                insert(relation.target(), children);
            }
            return null;
        }

        @Override
        public @Nullable Void manyToMany(ToManyThrough<E, C> relation) {
            List<Pending<C>> children = new ArrayList<>();
            List<RowId> sources = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                for (Draft<C> child : rows.get(i).children(relation)) {
                    children.add(new Pending<>(child));
                    sources.add(new RowId(step, i));
                }
            }
            if (children.isEmpty()) {
                return null;
            }
            int targets = insert(relation.target(), children);
            List<RowLink> links = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                links.add(new RowLink(sources.get(i), new RowId(targets, i)));
            }
            steps.add(new LinkRows<>(
                    relation.joinTable(), relation.sourceKey(), relation.link().targetKey(), links));
            return null;
        }
    }
}

package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.InverseToOne;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
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
     * @throws InvalidQueryException if a required column is missing anywhere in the tree
     */
    static <E> WritePlan plan(EntityModel<E> entity, List<Draft<E>> drafts, GeneratedValues generated) {
        WritePlanner planner = new WritePlanner(generated);
        int root = planner.insert(
                entity,
                drafts.stream()
                        .map(draft -> new Pending<>(draft, new ArrayList<>()))
                        .toList());
        return new WritePlan(planner.steps, root);
    }

    /** Plans the rows with everything that is nested in them and answers the index of their own step. */
    private <E> int insert(EntityModel<E> entity, List<Pending<E>> rows) {
        Set<Relation<E, ?>> relations = new LinkedHashSet<>();
        for (Pending<E> row : rows) {
            row.draft().children().forEach(children -> relations.add(children.relation()));
        }
        relations.forEach(relation -> planBefore(relation, rows));
        int step = steps.size();
        steps.add(new InsertRows<>(entity, rows.stream().map(this::newRow).toList()));
        relations.forEach(relation -> planAfter(relation, rows, step));
        return step;
    }

    private <E> NewRow<E> newRow(Pending<E> row) {
        Set<Property<E, ?>> filled = new LinkedHashSet<>();
        row.references().forEach(reference -> filled.addAll(reference.key()));
        row.draft().requireComplete(filled);
        Map<Property<E, ?>, @Nullable Object> values = new LinkedHashMap<>();
        row.draft().values().forEach((property, literal) -> values.put(property, literal.value()));
        for (Property<E, ?> property : row.draft().entity().properties()) {
            if (!values.containsKey(property) && !filled.contains(property)) {
                generated.forInsert(property, values);
            }
        }
        return new NewRow<>(values, row.references());
    }

    private <E, C> void planBefore(Relation<E, C> relation, List<Pending<E>> rows) {
        relation.accept(new Before<>(rows));
    }

    private <E, C> void planAfter(Relation<E, C> relation, List<Pending<E>> rows, int step) {
        relation.accept(new After<>(rows, step));
    }

    /** A draft and the keys that it takes from others. */
    private record Pending<E>(Draft<E> draft, List<KeyReference<E, ?>> references) {

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
                    parents.add(new Pending<>(parent, new ArrayList<>()));
                    referring.add(row);
                }
            }
            if (parents.isEmpty()) {
                return null;
            }
            int step = insert(relation.target(), parents);
            for (int i = 0; i < referring.size(); i++) {
                referring
                        .get(i)
                        .references()
                        .add(new KeyReference<>(
                                relation.sourceKey(),
                                new RowId(step, i),
                                relation.link().targetKey()));
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
            List<Pending<C>> children = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                for (Draft<C> child : rows.get(i).children(relation)) {
                    List<KeyReference<C, ?>> references = new ArrayList<>();
                    references.add(
                            new KeyReference<>(relation.link().targetKey(), new RowId(step, i), relation.sourceKey()));
                    children.add(new Pending<>(child, references));
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
                    children.add(new Pending<>(child, new ArrayList<>()));
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

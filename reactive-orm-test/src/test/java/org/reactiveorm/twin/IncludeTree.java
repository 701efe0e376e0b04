package org.reactiveorm.twin;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Include;

/**
 * Relations that are loaded with rows, each with its own: what is loaded, and what the rows in memory are related to, as texts
 * of the same form.
 *
 * @param of whose relations
 * @param branches the relations
 */
record IncludeTree<E>(Vocabulary<E> of, List<Branch<E>> branches) {

    /** The row with what was loaded. */
    String loaded(E row) {
        return text(row, branches.stream().map(branch -> branch.loaded(row)));
    }

    /** The row with what it is related to. */
    String expected(E row) {
        return text(row, branches.stream().map(branch -> branch.expected(row)));
    }

    private String text(E row, Stream<String> related) {
        return of.rows().key().of(row) + related.toList().toString();
    }

    /** How many statements load the relations of these rows, one for each relation. */
    int statements(List<E> rows) {
        return branches.stream().mapToInt(branch -> branch.statements(rows)).sum();
    }

    /** One of the relations. */
    interface Branch<E> {

        Include<E, ?> include();

        String loaded(E row);

        String expected(E row);

        /** None where nothing can be found, and none for the relations of no rows. */
        int statements(List<E> rows);
    }

    private static <E, C> Include<E, C> withBranches(Include<E, C> include, IncludeTree<C> nested) {
        Include<E, C> all = include;
        for (Branch<C> branch : nested.branches()) {
            all = all.include(branch.include());
        }
        return all;
    }

    /** At most one row. */
    record ToOneBranch<E, C>(ToOneTwin<E, C> relation, Twin<C, C> filter, IncludeTree<C> nested) implements Branch<E> {

        @Override
        public Include<E, ?> include() {
            return withBranches(relation.relation().asInclude().where(filter.condition()), nested);
        }

        @Override
        public String loaded(E row) {
            One<C> one = relation.loaded().apply(row);
            return one.optional().map(nested::loaded).orElse("none");
        }

        @Override
        public String expected(E row) {
            C related = related(row);
            return related == null ? "none" : nested.expected(related);
        }

        @Override
        public int statements(List<E> rows) {
            if (rows.stream().noneMatch(relation.hasKey()) || filter.condition().equals(Condition.never())) {
                return 0;
            }
            return 1
                    + nested.statements(rows.stream()
                            .map(this::related)
                            .filter(Objects::nonNull)
                            .toList());
        }

        private @Nullable C related(E row) {
            C related = relation.inMemory().apply(row);
            return related != null && filter.holds(related) ? related : null;
        }
    }

    /** Any number of rows, or the part of them that a window has for each parent. */
    record ToManyBranch<E, C>(ToManyTwin<E, C> relation, Twin<C, C> filter, Part<C> part, IncludeTree<C> nested)
            implements Branch<E> {

        @Override
        public Include<E, ?> include() {
            return withBranches(part.of(relation.relation().asInclude().where(filter.condition())), nested);
        }

        @Override
        public String loaded(E row) {
            Many<C> many = relation.loaded().apply(row);
            return text(many.isPartial(), many.stream().map(nested::loaded));
        }

        @Override
        public String expected(E row) {
            return text(isPartial(), related(row).map(nested::expected));
        }

        private boolean isPartial() {
            return part.isLimited() || !filter.condition().equals(Condition.always());
        }

        private String text(boolean isPartial, Stream<String> related) {
            List<String> texts = (part.isOrdered() ? related : related.sorted()).toList();
            return (isPartial ? "part " : "all ") + texts;
        }

        @Override
        public int statements(List<E> rows) {
            if (rows.isEmpty() || part.isEmpty() || filter.condition().equals(Condition.never())) {
                return 0;
            }
            return 1 + nested.statements(rows.stream().flatMap(this::related).toList());
        }

        private Stream<C> related(E row) {
            return part.of(filter.matching(relation.inMemory().apply(row)));
        }
    }

    /** Which of the related rows, in which order; without an order there is no window. */
    record Part<C>(Ordering<C, C> order, int skip, @Nullable Integer take) {

        boolean isOrdered() {
            return !order.terms().isEmpty();
        }

        boolean isLimited() {
            return skip > 0 || take != null;
        }

        boolean isEmpty() {
            return take != null && take == 0;
        }

        <E> Include<E, C> of(Include<E, C> include) {
            Include<E, C> ordered = include;
            for (var term : order.terms()) {
                ordered = ordered.orderBy(term);
            }
            ordered = skip > 0 ? ordered.skip(skip) : ordered;
            return take == null ? ordered : ordered.take(take);
        }

        Stream<C> of(List<C> rows) {
            Stream<C> rest = order.sorted(rows).stream().skip(skip);
            return take == null ? rest : rest.limit(take);
        }
    }
}

package org.reactiveorm.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.reactiveorm.twin.IncludeTree.Branch;
import org.reactiveorm.twin.IncludeTree.Part;
import org.reactiveorm.twin.IncludeTree.ToManyBranch;
import org.reactiveorm.twin.IncludeTree.ToOneBranch;

/** Makes trees of relations to load. */
final class RandomIncludes {

    private final Random random;
    private final RandomConditions conditions;
    private final RandomOrders orders;

    RandomIncludes(Random random) {
        this.random = random;
        this.conditions = new RandomConditions(random);
        this.orders = new RandomOrders(random);
    }

    /** A tree of up to so many levels. */
    <E> IncludeTree<E> tree(Vocabulary<E> of, int depth) {
        List<Branch<E>> branches = new ArrayList<>();
        if (depth > 0) {
            of.toOnes().stream()
                    .filter(relation -> random.nextInt(5) < 3)
                    .forEach(relation -> branches.add(branch(relation, depth - 1)));
            of.toManys().stream()
                    .filter(relation -> random.nextInt(5) < 3)
                    .forEach(relation -> branches.add(branch(relation, depth - 1)));
        }
        return new IncludeTree<>(of, branches);
    }

    private <E, C> Branch<E> branch(ToOneTwin<E, C> relation, int depth) {
        Vocabulary<C> target = relation.target().get();
        return new ToOneBranch<>(relation, filter(target, 4), tree(target, depth));
    }

    private <E, C> Branch<E> branch(ToManyTwin<E, C> relation, int depth) {
        Vocabulary<C> target = relation.target().get();
        return new ToManyBranch<>(relation, filter(target, 2), part(target), tree(target, depth));
    }

    private <C> Twin<C, C> filter(Vocabulary<C> of, int oneIn) {
        return random.nextInt(oneIn) == 0 ? conditions.condition(of, 1) : Twin.all(List.of());
    }

    private <C> Part<C> part(Vocabulary<C> of) {
        if (random.nextInt(3) == 0) {
            return new Part<>(Ordering.none(), 0, null);
        }
        return new Part<>(
                orders.total(of, 2, 1),
                random.nextInt(3) == 0 ? random.nextInt(3) : 0,
                random.nextInt(2) == 0 ? (Integer) random.nextInt(5) : null);
    }
}

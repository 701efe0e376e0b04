package org.reactiveorm.twin;

import java.util.Random;

/** Makes orders by columns and by what is read or computed through relations; the key has the last word. */
final class RandomOrders {

    private final Random random;
    private final RandomConditions values;

    RandomOrders(Random random) {
        this.random = random;
        this.values = new RandomConditions(random);
    }

    /** An order that tells all rows apart, by up to so many other terms, each through up to so many relations. */
    <E> Ordering<E, E> total(Vocabulary<E> of, int terms, int depth) {
        Ordering<E, E> order = Ordering.none();
        for (int i = random.nextInt(terms + 1); i > 0; i--) {
            order = order.then(Ordering.by(values.value(of, depth), random));
        }
        return order.then(Ordering.by(of.rows().key(), random));
    }
}

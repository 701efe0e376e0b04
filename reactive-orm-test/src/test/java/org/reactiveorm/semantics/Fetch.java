package org.reactiveorm.semantics;

import org.reactiveorm.FindSpec;

/** The ways in which relations are loaded, which mean the same. */
enum Fetch {
    STATEMENT_FOR_EACH_RELATION {
        @Override
        <E, I> FindSpec<E, I> of(FindSpec<E, I> find) {
            return find;
        }
    },
    ONE_STATEMENT {
        @Override
        <E, I> FindSpec<E, I> of(FindSpec<E, I> find) {
            return find.inOneStatement();
        }
    };

    abstract <E, I> FindSpec<E, I> of(FindSpec<E, I> find);
}

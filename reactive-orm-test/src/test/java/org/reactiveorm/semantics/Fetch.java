package org.reactiveorm.semantics;

import org.reactiveorm.FindSpec;

/** The ways in which relations are loaded, which mean the same. */
public enum Fetch {
    STATEMENT_FOR_EACH_RELATION {
        @Override
        public <E, I> FindSpec<E, I> of(FindSpec<E, I> find) {
            return find;
        }
    },
    ONE_STATEMENT {
        @Override
        public <E, I> FindSpec<E, I> of(FindSpec<E, I> find) {
            return find.inOneStatement();
        }
    };

    /** The same query, whose relations are loaded in this way. */
    public abstract <E, I> FindSpec<E, I> of(FindSpec<E, I> find);
}

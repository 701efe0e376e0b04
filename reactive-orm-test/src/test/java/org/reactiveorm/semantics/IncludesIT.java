package org.reactiveorm.semantics;

import org.reactiveorm.FindSpec;

/** One statement for each relation. */
class IncludesIT extends IncludesContract {

    @Override
    <E, I> FindSpec<E, I> fetched(FindSpec<E, I> find) {
        return find;
    }

    @Override
    boolean hasFollowUps() {
        return true;
    }
}

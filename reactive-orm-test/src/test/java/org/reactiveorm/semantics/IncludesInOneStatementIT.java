package org.reactiveorm.semantics;

import org.reactiveorm.FindSpec;

/** One statement for everything. */
class IncludesInOneStatementIT extends IncludesContract {

    @Override
    <E, I> FindSpec<E, I> fetched(FindSpec<E, I> find) {
        return find.inOneStatement();
    }

    @Override
    boolean hasFollowUps() {
        return false;
    }
}

package org.reactiveorm.read;

/**
 * How the rows of a query and what belongs to them are fetched.
 *
 * @param strategy by how many statements
 * @param consistency as of when
 */
public record Fetching(Strategy strategy, Consistency consistency) {

    /** By how many statements. */
    public enum Strategy {
        /** One for the rows, and one for each relation. */
        FOLLOW_UPS,
        /** One for everything. */
        ONE_STATEMENT
    }

    /** As of when. */
    public enum Consistency {
        /** Each statement sees what was committed when it began, unless the transaction it is in says otherwise. */
        EACH_STATEMENT,
        /** All statements see the same. */
        SNAPSHOT
    }

    /** The usual way. */
    public static Fetching defaults() {
        return new Fetching(Strategy.FOLLOW_UPS, Consistency.EACH_STATEMENT);
    }

    /** The same by another number of statements. */
    public Fetching with(Strategy other) {
        return new Fetching(other, consistency);
    }

    /** The same as of another time. */
    public Fetching with(Consistency other) {
        return new Fetching(strategy, other);
    }
}

package org.reactiveorm.query;

/**
 * How the rows of a result are locked until the end of the transaction (PostgreSQL, chapter 13.3.2).
 *
 * @param strength which other locks are kept out
 * @param whenLocked what to do about rows that somebody else has locked
 */
public record Lock(Strength strength, Wait whenLocked) {

    /** Which other locks are kept out, strongest first. */
    public enum Strength {
        /** Any other: for rows that will be deleted or whose keys will change. */
        UPDATE,
        /** Any but {@link #KEY_SHARE}: for rows that will be changed; what refers to them can still be inserted. */
        NO_KEY_UPDATE,
        /** Those of a change: for rows that must not change. */
        SHARE,
        /** Those of a delete or a change of keys: what a foreign key does. */
        KEY_SHARE
    }

    /** What to do about rows that somebody else has locked. */
    public enum Wait {
        /** Wait until they are free. */
        BLOCK,
        /** Leave them out. */
        SKIP,
        /** Fail, SQLSTATE 55P03. */
        FAIL
    }
}

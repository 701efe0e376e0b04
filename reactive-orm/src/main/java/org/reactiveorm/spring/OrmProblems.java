package org.reactiveorm.spring;

import org.reactiveorm.error.OrmException;
import org.springframework.http.ProblemDetail;

/**
 * What an error of the library is in HTTP (RFC 9457). A bean of this type replaces {@link #standard()}; an
 * {@code @ExceptionHandler} of the application for an {@link OrmException} comes before both.
 */
@FunctionalInterface
public interface OrmProblems {

    /**
     * The default, which says what the caller of the service can do and nothing about the inside: no SQL, no host, no
     * values of rows.
     *
     * <table>
     * <caption>Statuses</caption>
     * <tr><td>400</td><td>invalid query: a name, an operator or a value that does not fit the entity</td></tr>
     * <tr><td>404</td><td>not found</td></tr>
     * <tr><td>409</td><td>unique, foreign key or exclusion violation; conflict with another transaction</td></tr>
     * <tr><td>412</td><td>stale entity</td></tr>
     * <tr><td>422</td><td>not null or check violation, a value that the database cannot store</td></tr>
     * <tr><td>503</td><td>deadline exceeded, pool exhausted, connection lost</td></tr>
     * <tr><td>500</td><td>everything else, with a text that says nothing</td></tr>
     * </table>
     *
     * The type is {@code urn:problem-type:reactive-orm:} and the exception's name, for example {@code unique-violation}.
     * {@code entity}, {@code properties} and {@code constraint} are there as far as they are known, except in a 500 or 503.
     */
    static OrmProblems standard() {
        return new StandardProblems();
    }

    /** The problem to answer. */
    ProblemDetail of(OrmException error);
}

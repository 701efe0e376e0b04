package org.reactiveorm;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.EntityValues;
import org.reactiveorm.query.ExpectedVersion;
import org.reactiveorm.query.IdText;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is signalled when a row that has to be there is not. Every query has one, so its message is written when it is needed.
 *
 * @param entity the entity's name
 * @param id the id that was looked for, of several columns as a list, or null if there was any other condition
 * @param version the version that the row with this id has to have, or null if none is expected
 */
record NotFound(
        String entity, @Nullable Object id, @Nullable ExpectedVersion<?> version) {

    static <I> NotFound byId(EntityRef<?, I> entity, I id) {
        List<Object> values = entity.idValues(id);
        return new NotFound(entity.model().name(), values.size() == 1 ? values.get(0) : values, null);
    }

    static NotFound matching(EntityModel<?> entity) {
        return new NotFound(entity.name(), null, null);
    }

    /** The row of an entity, in its version if it has one. */
    static NotFound of(EntityValues<?> entity) {
        return new NotFound(entity.entity().name(), entity.id(), entity.version());
    }

    /**
     * The same row in this version.
     *
     * @throws InvalidQueryException if it is not about one row that is given by its id alone, or expects a version already
     */
    NotFound expecting(ExpectedVersion<?> expected) {
        requireNoVersion();
        if (id == null) {
            throw refused(
                    "A version of %s is expected, but not of one row alone. Use ifVersion(…) after byId(…), without where(…).");
        }
        return new NotFound(entity, id, expected);
    }

    /**
     * Refuses conditions beside a version: a row for which they do not hold is not stale.
     *
     * @throws InvalidQueryException if a version is expected
     */
    void requireNoVersion() {
        if (version != null) {
            throw refused(
                    "A version of %s is expected, and something else of the same row, so that nobody could tell what of it fails. Leave out where(…), or the version.");
        }
    }

    private InvalidQueryException refused(String message) {
        return new InvalidQueryException(message.formatted(entity), ErrorContext.of(entity));
    }

    <T> Mono<T> orFail(Mono<T> found) {
        return found.switchIfEmpty(Mono.error(() -> new NotFoundException(message(), ErrorContext.of(entity))));
    }

    /** Results that fail where there are none, if a version was expected. */
    <T> Results<T> checked(Results<T> results) {
        return version == null ? results : new VersionedResults<>(results, this);
    }

    /** The row; none at all if a version was expected is an error. */
    <T> Mono<T> unlessStale(Mono<T> changed) {
        return version == null ? changed : changed.switchIfEmpty(Mono.error(this::stale));
    }

    /** {@link #unlessStale(Mono)} of rows. */
    <T> Flux<T> unlessStale(Flux<T> changed) {
        return version == null ? changed : changed.switchIfEmpty(Flux.error(this::stale));
    }

    /** {@link #unlessStale(Mono)} of a number of rows. */
    Mono<Long> countUnlessStale(Mono<Long> changed) {
        return version == null ? changed : unlessStale(changed.filter(rows -> rows > 0));
    }

    private StaleEntityException stale() {
        return Objects.requireNonNull(version, "version").stale(Objects.requireNonNull(id, "id"));
    }

    private String message() {
        return id == null
                ? "There is no %s that matches the condition.".formatted(entity)
                : "There is no %s with id %s.".formatted(entity, IdText.readable(id));
    }
}

package org.reactiveorm.model;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.NotLoadedException;

/**
 * The "one" side of a relation: not loaded, loaded and empty, or loaded. Reading never queries; a relation that the query
 * did not include fails with {@link NotLoadedException}. Immutable.
 *
 * @param <T> the related entity
 */
public final class One<T> {

    private static final One<?> EMPTY = new One<>("", "", null, true);

    private final String owner;
    private final String handle;
    private final @Nullable T value;
    private final boolean loaded;

    private One(String owner, String handle, @Nullable T value, boolean loaded) {
        this.owner = owner;
        this.handle = handle;
        this.value = value;
        this.loaded = loaded;
    }

    /**
     * A relation that was not included; the names are for the message.
     *
     * @param owner the simple name of the entity that has the relation
     * @param handle the relation as an include names it, for example {@code USER.posts}, or its name alone
     */
    public static <T> One<T> notLoaded(String owner, String handle) {
        return new One<>(owner, handle, null, false);
    }

    /** The related entity. */
    public static <T> One<T> of(T related) {
        return new One<>("", "", Objects.requireNonNull(related, "related"), true);
    }

    /** Loaded, and nothing is there. */
    @SuppressWarnings("unchecked") // holds no value
    public static <T> One<T> empty() {
        return (One<T>) EMPTY;
    }

    /** Whether the query included the relation. */
    public boolean isLoaded() {
        return loaded;
    }

    /**
     * The related entity.
     *
     * @throws NotLoadedException if the query did not include the relation
     * @throws NoSuchElementException if nothing is there; {@link #optional()} tells without an exception
     */
    public T get() {
        return optional().orElseThrow(() -> new NoSuchElementException("The relation is loaded and empty"));
    }

    /**
     * The related entity, or empty.
     *
     * @throws NotLoadedException if the query did not include the relation
     */
    public Optional<T> optional() {
        if (!loaded) {
            throw new NotLoadedException(owner, handle);
        }
        return Optional.ofNullable(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof One<?> that && loaded == that.loaded && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return !loaded ? "not loaded" : value == null ? "none" : value.toString();
    }
}

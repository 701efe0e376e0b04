package org.reactiveorm.model;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.NotLoadedException;

/**
 * The "many" side of a relation: not loaded, loaded and empty, or loaded. Reading never queries; a relation that the query
 * did not include fails with {@link NotLoadedException}. Immutable.
 *
 * @param <T> the related entity
 */
public final class Many<T> implements Iterable<T> {

    private final String owner;
    private final String handle;
    private final @Nullable List<T> loaded;
    private final boolean partial;

    private Many(String owner, String handle, @Nullable List<T> loaded, boolean partial) {
        this.owner = owner;
        this.handle = handle;
        this.loaded = loaded;
        this.partial = partial;
    }

    /**
     * A relation that was not included; the names are for the message.
     *
     * @param owner the simple name of the entity that has the relation
     * @param handle the relation as an include names it, for example {@code USER.posts}, or its name alone
     */
    public static <T> Many<T> notLoaded(String owner, String handle) {
        return new Many<>(owner, handle, null, false);
    }

    /** All related entities. */
    public static <T> Many<T> of(List<? extends T> related) {
        return new Many<>("", "", List.copyOf(related), false);
    }

    /** The related entities that a filtered or limited include let through. */
    public static <T> Many<T> partial(List<? extends T> related) {
        return new Many<>("", "", List.copyOf(related), true);
    }

    /** Whether the query included the relation. */
    public boolean isLoaded() {
        return loaded != null;
    }

    /** Whether an include's filter, skip or take may have left related entities out. */
    public boolean isPartial() {
        return partial;
    }

    /**
     * The related entities in the include's order, unmodifiable.
     *
     * @throws NotLoadedException if the query did not include the relation
     */
    public List<T> list() {
        if (loaded == null) {
            throw new NotLoadedException(owner, handle);
        }
        return loaded;
    }

    /** {@link #list()} as a stream. */
    public Stream<T> stream() {
        return list().stream();
    }

    /** The number of loaded entities. */
    public int size() {
        return list().size();
    }

    /** Whether the relation was loaded and nothing is there. */
    public boolean isEmpty() {
        return list().isEmpty();
    }

    @Override
    public Iterator<T> iterator() {
        return list().iterator();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Many<?> that && partial == that.partial && Objects.equals(loaded, that.loaded);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(loaded);
    }

    @Override
    public String toString() {
        return loaded == null ? "not loaded" : partial ? loaded + " (partial)" : loaded.toString();
    }
}

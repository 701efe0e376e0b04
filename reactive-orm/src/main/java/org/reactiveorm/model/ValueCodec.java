package org.reactiveorm.model;

/**
 * Turns a type of the application into one that has a mapping, for {@code @Column(codec = …)}. Thread-safe, with a public
 * no-argument constructor. Never sees null: NULL stays NULL.
 *
 * @param <T> the component's type, for example {@code Money}
 * @param <S> the stored type: any scalar of {@link ColumnTypes}, for example {@code Long}
 */
public interface ValueCodec<T, S> {

    /** The value to store. */
    S encode(T value);

    /** The value that was stored; {@code decode(encode(v))} equals {@code v}. */
    T decode(S stored);
}

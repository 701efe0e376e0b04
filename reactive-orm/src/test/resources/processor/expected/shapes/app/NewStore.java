package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Shop.Store}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class NewStore implements New<Shop.Store> {

    private final Draft<Shop.Store> draft;

    private NewStore(Draft<Shop.Store> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Shop.Store> draft() {
        return this.draft;
    }

    /** Sets {@link Store_#name}. */
    public static NewStore name(String name) {
        return new NewStore(Store_.STORE.draft().set(Store_.STORE.name, name));
    }

    /** Sets {@link Store_#id}. */
    public NewStore id(long id) {
        return new NewStore(this.draft.set(Store_.STORE.id, id));
    }

    /** Sets {@link Store_#floors}. */
    public NewStore floors(@Nullable Integer floors) {
        return new NewStore(this.draft.set(Store_.STORE.floors, floors));
    }

    /** Sets the columns of {@link Store_#place}. */
    public NewStore place(@Nullable Place place) {
        return new NewStore(this.draft.set(Store_.STORE.place.lat, place == null ? null : place.lat())
                .set(Store_.STORE.place.lon, place == null ? null : place.lon()));
    }
}

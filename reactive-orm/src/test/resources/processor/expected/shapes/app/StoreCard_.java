package app;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Fetch;
import org.reactiveorm.query.ShapeModel;
import org.reactiveorm.query.ShapeProvider;

/** How rows become a {@link Shop.StoreCard}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class StoreCard_ {

    /** What a {@link Shop.StoreCard} needs, and its reader. */
    public static final ShapeModel<Shop.StoreCard> SHAPE = ShapeModel.flat(
            Shop.StoreCard.class,
            List.of("name", "floors", "id", "place_lat", "place_lon"),
            StoreCard_::read)
            .of(new EntityShape<Shop.Store, Shop.StoreCard>("StoreCard", Shop.Store.class, Set.of(), StoreCard_::fetch));

    private StoreCard_() {}

    private static Shop.StoreCard read(Row row) {
        return new Shop.StoreCard(
                ColumnTypes.STRING.require(row, 0),
                ColumnTypes.INTEGER.read(row, 1),
                ColumnTypes.LONG.require(row, 2),
                readPlace(row));
    }

    private static @Nullable Place readPlace(Row row) {
        return ColumnTypes.DOUBLE.read(row, 3) == null
                && ColumnTypes.DOUBLE.read(row, 4) == null
                ? null
                : new Place(row.getDouble(3), row.getDouble(4));
    }

    /** What is read of a {@link Shop.Store}, with the values of the parameters. */
    public static Fetch<Shop.Store, Shop.StoreCard> fetch(Arguments arguments) {
        return Fetch.flat(
                "StoreCard",
                List.<Expression<Shop.Store, ?>>of(Store_.STORE.name,
                Store_.STORE.floors,
                Store_.STORE.id,
                Store_.STORE.place.lat,
                Store_.STORE.place.lon),
                StoreCard_::read);
    }

    /** Finds {@link #SHAPE} for the library. */
    public static final class Provider implements ShapeProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public ShapeModel<?> shape() {
            return SHAPE;
        }
    }
}

package app;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Row;
import org.reactiveorm.model.ShapeModel;
import org.reactiveorm.model.ShapeProvider;

/** How rows become a {@link Shop.StoreCard}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class StoreCard_ {

    /** The columns that a {@link Shop.StoreCard} needs, and its reader. */
    public static final ShapeModel<Shop.StoreCard> SHAPE = new ShapeModel<>(
            Shop.StoreCard.class,
            Shop.Store.class,
            List.of("name", "floors", "id", "place.lat", "place.lon"),
            List.of("name", "floors", "id", "place_lat", "place_lon"),
            StoreCard_::read);

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

package app;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.ShapeModel;
import org.reactiveorm.query.ShapeProvider;

/** How rows become a {@link StoreCount}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class StoreCount_ {

    /** What a {@link StoreCount} needs, and its reader. */
    public static final ShapeModel<StoreCount> SHAPE = ShapeModel.flat(
            StoreCount.class,
            List.of("count", "town_name", "Total"),
            StoreCount_::read);

    private StoreCount_() {}

    private static StoreCount read(Row row) {
        return new StoreCount(
                row.getLong(0),
                ColumnTypes.STRING.read(row, 1),
                row.getInt(2));
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

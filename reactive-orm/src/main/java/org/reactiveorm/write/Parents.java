package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.sql.KeyedRows;
import org.reactiveorm.write.WriteStep.RowId;

/** The keys by which related rows are found. */
final class Parents {

    private Parents() {}

    /** The key of one parent. */
    static <E> List<@Nullable Object> key(Relation<E, ?> relation, RowId parent, DoneSteps done) {
        List<@Nullable Object> key = new ArrayList<>();
        for (Property<E, ?> property : relation.sourceKey()) {
            key.add(done.value(parent, property));
        }
        return key;
    }

    /** Keys of parents, column by column. */
    static <E> List<KeyedRows.Column> columns(Relation<E, ?> relation, List<List<@Nullable Object>> keys) {
        List<KeyedRows.Column> columns = new ArrayList<>();
        for (int i = 0; i < relation.sourceKey().size(); i++) {
            List<@Nullable Object> values = new ArrayList<>(keys.size());
            for (List<@Nullable Object> key : keys) {
                values.add(key.get(i));
            }
            columns.add(new KeyedRows.Column(relation.sourceKey().get(i).type(), values));
        }
        return columns;
    }
}

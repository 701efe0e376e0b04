package org.reactiveorm.model;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection bound to a hand-written statement. An empty one tells nothing of its elements: it is bound without a type,
 * and the server takes the type from the place where it stands.
 *
 * @param list how the values travel, or null for none
 */
record CollectionType(@Nullable ListType<Object> list) implements ColumnType<Collection<?>> {

    @Override
    public Class<?> javaType() {
        return Collection.class;
    }

    @Override
    public String sqlType() {
        return list == null ? "unknown" : list.sqlType();
    }

    @Override
    public Class<?> wireType() {
        return list == null ? Object[].class : list.wireType();
    }

    @Override
    public Object encode(Collection<?> values) {
        return list == null ? new Object[0] : list.encode(List.copyOf(values));
    }

    @Override
    public @Nullable Collection<?> read(Row row, int index) {
        return list == null ? null : list.read(row, index);
    }

    @Override
    public String bound(String placeholder) {
        return list == null ? placeholder : list.bound(placeholder);
    }

    @Override
    public ArrayEncoding<Collection<?>> array() {
        throw new UnsupportedOperationException("A Collection of collections cannot be bound");
    }

    @Override
    public Collection<?> convert(Object value) {
        return List.copyOf((Collection<?>) value);
    }

    @Override
    public Collection<?> parse(String text) {
        throw new UnsupportedOperationException("A bound Collection is not made from text");
    }
}

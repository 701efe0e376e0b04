package org.reactiveorm.query;

import org.reactiveorm.model.ColumnType;

/**
 * SQL as an expression: functions of the library, and whatever else the caller writes.
 *
 * @param type how the value travels
 * @param fragment the text and its arguments
 * @param <E> the entity
 * @param <T> the Java type of the value
 */
public record SqlExpression<E, T>(ColumnType<T> type, SqlFragment fragment) implements Expression<E, T> {

    /** SQL of the library. */
    static <E, T> SqlExpression<E, T> of(ColumnType<T> type, String sql, Expression<?, ?>... arguments) {
        return new SqlExpression<>(type, SqlFragment.of(sql, (Object[]) arguments));
    }

    /**
     * SQL of the caller, cast to the type that it is read as: as it stands it might be of another one, or a constant that ORDER BY
     * takes for the place of a column.
     */
    static <E, T> SqlExpression<E, T> cast(ColumnType<T> type, String sql, Object... arguments) {
        return of(type, "?::" + type.sqlType(), new SqlExpression<>(type, SqlFragment.of(sql, arguments)));
    }

    @Override
    public <R> R accept(Visitor<E, R> visitor) {
        return visitor.sql(this);
    }

    @Override
    public String toString() {
        StringBuilder label = new StringBuilder(fragment.parts().get(0));
        for (int i = 0; i < fragment.arguments().size(); i++) {
            label.append(Operands.label(fragment.arguments().get(i)))
                    .append(fragment.parts().get(i + 1));
        }
        return label.toString();
    }
}

package org.reactiveorm.query;

import java.util.List;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;

/** The checks of what parts of JSON are set to, made when an assignment is built. */
final class JsonOperands {

    private JsonOperands() {}

    /** The steps of a path, which has to have some. */
    static List<Object> steps(JsonPath<?> path) {
        if (path.steps().isEmpty()) {
            throw new InvalidQueryException(
                    "The path in %s has no steps. Give some, or set the column itself."
                            .formatted(Operands.label(path.column())),
                    Operands.context(path.column()));
        }
        return path.steps();
    }

    /** A value that Jackson writes. */
    static <E> Expression<E, ?> value(JsonExpression<E> place, Object value) {
        Object present = Operands.present(
                place.column(),
                value,
                "The value for a path in %s is null. Set JSON's null with toJsonNull(), or remove what is there with remove().");
        if (present instanceof Expression || present instanceof JsonExpression) {
            throw new InvalidQueryException(
                    "'%s' is no value for a path in %s. Give an expression of the same entity, JSON through asString(), asNumber() or asBoolean()."
                            .formatted(present, Operands.label(place.column())),
                    Operands.context(place.column()));
        }
        return literal(place, ColumnTypes.anyJson(), present);
    }

    /** An operand, whose errors name the column. */
    static <E, T> Literal<E, T> literal(JsonExpression<E> place, ColumnType<T> type, T value) {
        JsonColumn<E, ?> column = place.column();
        return new Literal<>(
                ColumnTypes.ofProperty(column.entity(), column.property().name(), type), value);
    }

    /** A value that Jackson writes as an object. */
    static <E> Expression<E, ?> object(JsonExpression<E> place, Object value) {
        Object present = Operands.present(
                place.column(), value, "The object to merge into %s is null. Leave the assignment out.");
        Literal<E, Object> literal = literal(place, ColumnTypes.anyJson(), present);
        String json = literal.type().encode(present).toString();
        if (!json.stripLeading().startsWith("{")) {
            throw new InvalidQueryException(
                    "%s is written as JSON that is no object, so that it cannot be merged into %s. Give a map or a record, or set the value with to(…)."
                            .formatted(present.getClass().getSimpleName(), Operands.label(place.column())),
                    Operands.context(place.column()));
        }
        return literal;
    }

    /** A value of the row; to set a part of JSON to NULL would make all of it NULL. */
    static <E> Expression<E, ?> computed(JsonExpression<E> place, Expression<E, ?> value) {
        Expression<E, ?> present = Operands.present(
                place.column(),
                value,
                "The expression for a path in %s is null. Set JSON's null with toJsonNull(), or remove what is there with remove().");
        return SqlExpression.of(ColumnTypes.anyJson(), "coalesce(to_jsonb(?), 'null')", present);
    }

    /** JSON's null. */
    static <E> Expression<E, ?> jsonNull() {
        return SqlExpression.of(ColumnTypes.anyJson(), "'null'::jsonb");
    }
}

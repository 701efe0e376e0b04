package org.reactiveorm.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads components of shapes that are columns of the entity's own row. */
final class ShapeValueReader {

    private static final Set<String> COUNTS = Set.of("Long", "Integer");

    private final ShapeContext shape;

    ShapeValueReader(ShapeContext shape) {
        this.shape = shape;
    }

    /** A property of the entity or of one that relations lead to; empty after a mistake. */
    Optional<ShapePart> property(PropertyPath path) {
        shape.check(ShapeMarks.Role.PROPERTY);
        return new ShapeFit(shape.context(), shape.component(), path)
                .check()
                .map(member -> new ShapePart.Values(
                        member, path.columns().stream().map(path::code).toList()));
    }

    /** A number of related rows. */
    Optional<ShapePart> count(Mark count) {
        shape.check(ShapeMarks.Role.COUNT);
        Optional<PathStep> relation =
                shape.attempt(Code.ORM_SHAPE_RELATION, Optional.of(count), () -> countable(count.text("value")));
        Optional<String> type = countType();
        if (relation.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        Optional<Mark> where = shape.mark("Where");
        Optional<String> condition = where.isEmpty()
                ? Optional.of("")
                : shape.attempt(
                        Code.ORM_SHAPE_WHERE,
                        where,
                        () -> new WhereText(
                                        where.get().text("value"),
                                        shape.scope().of(relation.get().target()))
                                .code());
        String conversion = type.get().equals("Integer") ? ".toInteger()" : "";
        return condition.flatMap(code -> column().map(member ->
                new ShapePart.Values(member, List.of(relation.get().code() + ".count(" + code + ")" + conversion))));
    }

    private PathStep countable(String name) {
        PathStep relation = shape.scope().paths().relation(shape.entity(), name);
        if (relation.isToOne()) {
            throw ShapeFault.of("%s leads to one row. A relation to many rows is counted.".formatted(relation.label()));
        }
        return relation;
    }

    private Optional<String> countType() {
        String type = JavaType.readable(JavaTypes.of(shape.component().type()).boxed());
        if (COUNTS.contains(type) && !shape.component().isNullable()) {
            return Optional.of(type);
        }
        shape.report(
                Code.ORM_SHAPE_TYPE,
                shape.component().place(),
                "a number of rows is a long or an int, and never null.");
        return Optional.empty();
    }

    /** What SQL computes. */
    Optional<ShapePart> sql(Mark sql) {
        shape.check(ShapeMarks.Role.SQL);
        Optional<String> fragment = shape.attempt(
                Code.ORM_SHAPE_SQL, Optional.of(sql), () -> new SqlText(sql.text("value"), shape.scope()).code());
        return fragment.flatMap(code -> column().map(member -> new ShapePart.Computed(member, code)));
    }

    private Optional<ColumnDescription> column() {
        MemberDescription member = new ColumnReader(shape.context(), "").read(shape.component());
        if (member instanceof ColumnDescription column) {
            return Optional.of(column);
        }
        if (member != null) {
            shape.report(
                    Code.ORM_SHAPE_TYPE, shape.component().place(), "SQL computes one value, not a record of several.");
        }
        return Optional.empty();
    }
}

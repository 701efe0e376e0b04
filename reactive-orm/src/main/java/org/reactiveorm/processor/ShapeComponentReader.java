package org.reactiveorm.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.lang.model.element.TypeElement;

/** Finds out what a component of an entity's shape is: a property, related rows, a number of them or SQL. */
final class ShapeComponentReader {

    private final BiPredicate<Member, TypeElement> isUsable;

    /** {@code isUsable} says whether a shape can be nested, and reports why not. */
    ShapeComponentReader(BiPredicate<Member, TypeElement> isUsable) {
        this.isUsable = isUsable;
    }

    /** The component; empty after a mistake. */
    Optional<ShapePart> read(ShapeContext shape) {
        Optional<Mark> sql = shape.mark("Sql");
        if (sql.isPresent()) {
            return new ShapeValueReader(shape).sql(sql.get());
        }
        Optional<Mark> count = shape.mark("Count");
        if (count.isPresent()) {
            return new ShapeValueReader(shape).count(count.get());
        }
        Optional<Mark> from = shape.mark("From");
        String source =
                from.map(mark -> mark.text("value")).orElse(shape.component().name());
        if (shape.entity().relations().containsKey(source)) {
            return shape.attempt(
                            Code.ORM_SHAPE_RELATION,
                            from,
                            () -> shape.scope().paths().relation(shape.entity(), source))
                    .flatMap(new ShapeBranchReader(shape, isUsable)::read);
        }
        return shape.attempt(
                        Code.ORM_SHAPE_COMPONENT,
                        from,
                        () -> from.isPresent() ? property(shape, source) : named(shape, source))
                .flatMap(new ShapeValueReader(shape)::property);
    }

    private static PropertyPath property(ShapeContext shape, String path) {
        return shape.scope().paths().property(shape.entity(), path);
    }

    /** The property of this name, else the only one that it is the path of in camel case. */
    private static PropertyPath named(ShapeContext shape, String name) {
        List<String> spelled = shape.entity().columns().containsKey(name)
                ? List.of(name)
                : shape.scope().paths().spelled(shape.entity(), name);
        if (spelled.size() > 1) {
            throw ShapeFault.of("this could be %s. Say which with @From(\"%s\")."
                    .formatted(String.join(" or ", spelled), spelled.get(0)));
        }
        return property(shape, spelled.isEmpty() ? name : spelled.get(0));
    }
}

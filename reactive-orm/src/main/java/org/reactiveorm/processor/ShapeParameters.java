package org.reactiveorm.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parameters that a shape's texts name, and what each of them is compared with. */
final class ShapeParameters {

    private final Set<String> names = new TreeSet<>();
    private final Map<String, ColumnTerm> compared = new HashMap<>();

    /** In their order. */
    Set<String> names() {
        return names;
    }

    /** Adds a parameter that SQL takes as it is given. */
    void add(Token parameter) {
        names.add(parameter.text());
    }

    /** Adds a parameter that is compared with a column; a {@link ShapeFault} if no value fits this one and an earlier one. */
    void add(Token parameter, ColumnTerm column) {
        add(parameter);
        ColumnTerm first = compared.putIfAbsent(parameter.text(), column);
        if (first != null && !first.sharesValuesWith(column)) {
            throw ShapeFault.of(
                            "no value of :%s fits both %s, which is %s, and %s, which is %s. Give the two parameters different names."
                                    .formatted(
                                            parameter.text(),
                                            first.label(),
                                            first.column().type().forMessage(),
                                            column.label(),
                                            column.column().type().forMessage()))
                    .at(parameter.position());
        }
    }
}

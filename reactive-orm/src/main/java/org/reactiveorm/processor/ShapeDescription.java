package org.reactiveorm.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A shape that has been checked.
 *
 * @param names the shape's and the generated type's names
 * @param entity the entity that it is read of, or null if it is for SQL
 * @param parts what the components are made of, in their order
 * @param parameters the parameters that its annotations name, without those of the shapes in it
 * @param packageTypes the simple names of the package's types
 */
record ShapeDescription(
        EntityNames names,
        @Nullable EntityNames entity,
        List<ShapePart> parts,
        Set<String> parameters,
        Set<String> packageTypes) {

    ShapeDescription {
        parts = List.copyOf(parts);
    }

    TypeName type() {
        return names.type();
    }

    /** The components that are columns of a result, in their order. */
    List<MemberDescription> members() {
        return parts.stream()
                .flatMap(part -> part.accept(new ShapePart.Visitor<Stream<MemberDescription>>() {
                    @Override
                    public Stream<MemberDescription> values(ShapePart.Values values) {
                        return Stream.of(values.member());
                    }

                    @Override
                    public Stream<MemberDescription> computed(ShapePart.Computed computed) {
                        return Stream.of(computed.member());
                    }

                    @Override
                    public Stream<MemberDescription> branch(ShapePart.Branch branch) {
                        return Stream.empty();
                    }
                }))
                .toList();
    }

    /** The components that are related rows, in their order. */
    List<ShapePart.Branch> branches() {
        return parts.stream()
                .filter(ShapePart.Branch.class::isInstance)
                .map(ShapePart.Branch.class::cast)
                .toList();
    }
}

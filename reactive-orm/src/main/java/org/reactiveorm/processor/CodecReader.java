package org.reactiveorm.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds out what a {@code ValueCodec} stores. */
final class CodecReader {

    private static final String VALUE_CODEC = "org.reactiveorm.model.ValueCodec";

    private final Context context;
    private final TypeReader types;

    CodecReader(Context context, TypeReader types) {
        this.context = context;
        this.types = types;
    }

    /** The mapping, or null after a mistake was reported. */
    @Nullable
    Mapping read(Member member, Mark column, TypeMirror codec) {
        Optional<DeclaredType> contract =
                contractOf(codec).filter(type -> type.getTypeArguments().size() == 2);
        Mapping stored = contract.map(type -> storedMapping(type, column)).orElse(null);
        String fault = contract.isEmpty()
                ? "is no ValueCodec<%s, …>".formatted(nameOf(member.type()))
                : fault(member, codec, contract.get(), stored);
        Optional<TypeElement> element = JavaTypes.elementOf(codec);
        if (fault == null && stored != null && element.isPresent()) {
            return mapping(member, element.get(), stored);
        }
        context.problems()
                .report(
                        Code.ORM_CODEC,
                        column.place("codec"),
                        "%s: the codec %s %s.".formatted(member.label(), nameOf(codec), fault));
        return null;
    }

    private @Nullable Mapping storedMapping(DeclaredType contract, Mark column) {
        return types.scalar(contract.getTypeArguments().get(1), column.place("codec"));
    }

    private static String nameOf(TypeMirror type) {
        return JavaTypes.of(type).forMessage();
    }

    private @Nullable String fault(Member member, TypeMirror codec, DeclaredType contract, @Nullable Mapping stored) {
        TypeMirror decoded = contract.getTypeArguments().get(0);
        if (JavaTypes.elementOf(codec).filter(context::isConstructible).isEmpty()) {
            return Context.NOT_CONSTRUCTIBLE;
        }
        if (!context.types().isSameType(decoded, context.boxed(member.type()))) {
            return "is for %s, not for %s".formatted(nameOf(decoded), nameOf(member.type()));
        }
        if (decoded instanceof DeclaredType type && !type.getTypeArguments().isEmpty()) {
            return "is for a generic type. Wrap it into a record of its own";
        }
        return stored == null
                ? "stores %s, which has no mapping. Mapped are %s"
                        .formatted(nameOf(contract.getTypeArguments().get(1)), ScalarTypes.NAMES)
                : null;
    }

    private Mapping mapping(Member member, TypeElement codec, Mapping stored) {
        JavaType type = JavaTypes.of(member.type());
        ColumnKind kind = isComparable(member.type()) ? ColumnKind.COMPARABLE : ColumnKind.VALUE;
        String raw = JavaTypes.elementOf(context.boxed(member.type()))
                .map(element -> JavaTypes.nameOf(element).toString())
                .orElse(type.boxed());
        String expression = Library.COLUMN_TYPES + ".converted(new " + JavaTypes.nameOf(codec) + "(), " + raw
                + ".class, " + stored.expression() + ")";
        return new Mapping(type, kind, expression, null, stored.literals());
    }

    private Optional<DeclaredType> contractOf(TypeMirror type) {
        if (JavaTypes.isNamed(type, VALUE_CODEC)) {
            return Optional.of((DeclaredType) type);
        }
        return context.types().directSupertypes(type).stream()
                .map(this::contractOf)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isComparable(TypeMirror type) {
        TypeElement comparable = context.elements().getTypeElement("java.lang.Comparable");
        return comparable != null
                && context.types()
                        .isAssignable(context.boxed(type), context.types().erasure(comparable.asType()));
    }
}

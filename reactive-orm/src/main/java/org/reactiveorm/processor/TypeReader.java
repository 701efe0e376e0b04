package org.reactiveorm.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds out how a component's values travel. */
final class TypeReader {

    private static final String JSON_NODE = "tools.jackson.databind.JsonNode";

    private final Context context;
    private final EnumReader enums;
    private final CodecReader codecs;

    TypeReader(Context context) {
        this.context = context;
        this.enums = new EnumReader(context);
        this.codecs = new CodecReader(context, this);
    }

    /** The mapping, or null after a mistake was reported, or where the compiler itself will report a missing class. */
    @Nullable
    Mapping read(Member member) {
        if (isMissing(member.type())) {
            return null;
        }
        Optional<Mark> column = Mark.find(member.element(), "Column");
        Optional<TypeMirror> codec = column.flatMap(mark -> mark.type("codec"));
        Mapping mapping;
        if (codec.isPresent()) {
            mapping = codecs.read(member, column.get(), codec.get());
        } else if (Mark.isOn(member.element(), "Json") || JavaTypes.isNamed(member.type(), JSON_NODE)) {
            mapping = json(member);
        } else {
            mapping = plain(member);
        }
        return mapping == null || column.isEmpty()
                ? mapping
                : new ColumnSize(context, member, column.get()).apply(mapping);
    }

    private static boolean isMissing(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || (type instanceof ArrayType array && isMissing(array.getComponentType()))
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(TypeReader::isMissing));
    }

    private @Nullable Mapping plain(Member member) {
        if (JavaTypes.isNamed(member.type(), "java.util.List")) {
            return list(member);
        }
        int before = context.problems().count();
        Mapping scalar = scalar(member.type(), member.place());
        if (scalar == null && context.problems().count() == before) {
            context.problems().report(Code.ORM_TYPE, member.place(), unmapped(member));
        }
        return scalar;
    }

    /** The mapping of a type that stands for one value, or null. */
    @Nullable
    Mapping scalar(TypeMirror type, Place place) {
        Optional<TypeElement> element = JavaTypes.elementOf(boxed(type));
        if (element.isPresent() && element.get().getKind() == ElementKind.ENUM) {
            return enums.read(element.get(), place);
        }
        String name = element.map(each -> each.getQualifiedName().toString())
                .orElse(JavaTypes.of(type).code());
        return ScalarTypes.mapping(name, JavaTypes.of(type));
    }

    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? context.types().boxedClass(primitive).asType()
                : type;
    }

    private @Nullable Mapping list(Member member) {
        List<? extends TypeMirror> arguments = ((DeclaredType) member.type()).getTypeArguments();
        if (arguments.isEmpty() || arguments.get(0).getKind() == TypeKind.WILDCARD) {
            context.problems()
                    .report(
                            Code.ORM_RAW_TYPE,
                            member.place(),
                            member.label() + " needs a type of elements without a wildcard: List<String>.");
            return null;
        }
        if (Member.isNullable(arguments.get(0))) {
            context.problems()
                    .report(
                            Code.ORM_NULLABLE,
                            member.place(),
                            "%s has elements that may be null, but an array column has none. Remove @Nullable in List<…>."
                                    .formatted(member.label()));
            return null;
        }
        int before = context.problems().count();
        Mapping element = scalar(arguments.get(0), member.place());
        if (element == null && context.problems().count() == before) {
            context.problems().report(Code.ORM_TYPE, member.place(), unmapped(member));
        }
        if (element == null) {
            return null;
        }
        String expression = Library.COLUMN_TYPES + ".listOf(" + element.expression() + ")";
        return new Mapping(JavaTypes.of(member.type()), ColumnKind.ARRAY, expression, element, Literals.ARRAY);
    }

    private @Nullable Mapping json(Member member) {
        if (context.elements().getTypeElement(JSON_NODE) == null) {
            context.problems()
                    .report(
                            Code.ORM_NO_JACKSON,
                            Mark.find(member.element(), "Json").map(Mark::place).orElse(member.place()),
                            member.label() + " is stored as JSON, but Jackson 3 is not there. Add the dependency"
                                    + " tools.jackson.core:jackson-databind.");
            return null;
        }
        JavaType type = JavaTypes.of(member.type());
        if (isRaw(member.type())) {
            context.problems()
                    .report(
                            Code.ORM_RAW_TYPE,
                            member.place(),
                            "%s needs type arguments: %s<…>.".formatted(member.label(), type.forMessage()));
            return null;
        }
        String expression = JavaTypes.isNamed(member.type(), JSON_NODE)
                ? Library.COLUMN_TYPES + ".jsonNode()"
                : Library.COLUMN_TYPES + ".json(new " + Library.TYPE_REFERENCE + "<" + type.boxed() + ">() {})";
        return new Mapping(type, ColumnKind.JSON, expression, null, Literals.JSON);
    }

    private static boolean isRaw(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.getTypeArguments().isEmpty()
                && declared.asElement() instanceof TypeElement element
                && !element.getTypeParameters().isEmpty();
    }

    private String unmapped(Member member) {
        String type = JavaTypes.of(member.type()).forMessage();
        Optional<TypeElement> element = JavaTypes.elementOf(member.type());
        if (element.isPresent() && Mark.isOn(element.get(), "Entity")) {
            return "%s is an entity. A relation is One<%s> with @BelongsTo, or Many<%s>."
                    .formatted(member.label(), type, type);
        }
        if (JavaTypes.isNamed(member.type(), "java.util.Optional")) {
            return "%s can not be an Optional. Mark the component @Nullable instead.".formatted(member.label());
        }
        if (element.isPresent() && element.get().getKind() == ElementKind.RECORD) {
            return "%s has no mapping for %s. Mark it @Embedded for columns of this table, or @Json for one jsonb column."
                    .formatted(member.label(), type);
        }
        return "%s has no mapping for %s. Mapped are %s; or mark it @Json, or give a ValueCodec with @Column(codec = …)."
                .formatted(member.label(), type, ScalarTypes.NAMES);
    }
}

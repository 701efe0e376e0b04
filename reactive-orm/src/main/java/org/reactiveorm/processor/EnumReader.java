package org.reactiveorm.processor;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Finds out how an enum is stored. */
final class EnumReader {

    private final Context context;
    private final IdentifierReader identifiers;

    EnumReader(Context context) {
        this.context = context;
        this.identifiers = new IdentifierReader(context);
    }

    @Nullable
    Mapping read(TypeElement type, Place user) {
        Map<String, String> storedByName = new LinkedHashMap<>();
        for (Element constant : type.getEnclosedElements()) {
            if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
                String name = constant.getSimpleName().toString();
                storedByName.put(
                        name,
                        Mark.find(constant, "EnumValue")
                                .map(mark -> mark.text("value"))
                                .orElse(name));
            }
        }
        if (!isStorable(type, storedByName, user)) {
            return null;
        }
        JavaType javaType = JavaTypes.of(type.asType());
        String constants =
                Library.LIST + ".of(" + javaType.code() + ".values()), " + Literal.texts(storedByName.values());
        String expression = Mark.find(type, "NativeEnum")
                .map(mark -> Library.COLUMN_TYPES + ".nativeEnum(" + javaType.code() + ".class, "
                        + Literal.text(nativeName(type, mark)) + ", " + constants + ")")
                .orElse(Library.COLUMN_TYPES + ".textEnum(" + javaType.code() + ".class, " + constants + ")");
        return new Mapping(javaType, ColumnKind.COMPARABLE, expression, null, Literals.of(storedByName));
    }

    private String nativeName(TypeElement type, Mark mark) {
        String given = mark.text("value");
        return identifiers.checked(
                given.isEmpty() ? Identifiers.snake(type.getSimpleName().toString()) : given, mark.place("value"));
    }

    private boolean isStorable(TypeElement type, Map<String, String> storedByName, Place user) {
        Set<String> stored = new HashSet<>();
        for (Map.Entry<String, String> constant : storedByName.entrySet()) {
            String fault = fault(constant.getValue(), stored);
            if (fault != null) {
                context.problems()
                        .report(
                                Code.ORM_ENUM,
                                user,
                                "%s.%s %s. Give each constant a text of its own with @EnumValue."
                                        .formatted(type.getSimpleName(), constant.getKey(), fault));
                return false;
            }
        }
        return true;
    }

    private static @Nullable String fault(String stored, Set<String> earlier) {
        if (stored.indexOf('\0') >= 0) {
            return "is stored with U+0000, which PostgreSQL does not have";
        }
        return earlier.add(stored) ? null : "is stored as '" + stored + "' like another constant";
    }
}

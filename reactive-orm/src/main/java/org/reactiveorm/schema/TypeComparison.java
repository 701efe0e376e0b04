package org.reactiveorm.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a column has the type that the model names: the server resolves the name, what is in parentheses is compared here. */
final class TypeComparison {

    private static final Pattern MODIFIERS = Pattern.compile("\\(([^)]*)\\)");

    /** These mean length 1 when no length is given (PostgreSQL, chapters 8.3 and 8.10). */
    private static final Set<String> OF_LENGTH_ONE = Set.of("char", "character", "bit");

    private TypeComparison() {}

    /** {@code resolved} is what the server knows by the name {@code wanted}, or null. */
    static boolean fits(LiveColumn column, String wanted, @Nullable LiveType resolved) {
        return resolved != null && (fits(column.type(), wanted, resolved) || fits(column.base(), wanted, resolved));
    }

    private static boolean fits(LiveType found, String wanted, LiveType resolved) {
        return found.oid() == resolved.oid() && modifiers(found.name()).equals(modifiers(wanted));
    }

    private static String modifiers(String type) {
        Matcher matcher = MODIFIERS.matcher(type);
        if (!matcher.find()) {
            return OF_LENGTH_ONE.contains(type.toLowerCase(Locale.ROOT).strip()) ? "1" : "";
        }
        String modifiers = matcher.group(1).replace(" ", "");
        return modifiers.endsWith(",0") ? modifiers.substring(0, modifiers.length() - 2) : modifiers;
    }
}

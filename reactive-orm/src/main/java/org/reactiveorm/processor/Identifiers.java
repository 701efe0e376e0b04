package org.reactiveorm.processor;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** How names in Java become names in SQL. */
final class Identifiers {

    /** PostgreSQL cuts longer identifiers off without an error (chapter 4.1.1). */
    static final int LONGEST = 63;

    private static final int HASH_LENGTH = 8;

    private Identifiers() {}

    /** {@code isVerified} becomes {@code is_verified}, {@code userURLParts} becomes {@code user_url_parts}. */
    static String snake(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && startsWord(name, i)) {
                snake.append('_');
            }
            snake.append(c);
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }

    static String upperSnake(String name) {
        return snake(name).toUpperCase(Locale.ROOT);
    }

    private static boolean startsWord(String name, int i) {
        char before = name.charAt(i - 1);
        if (before == '_') {
            return false;
        }
        boolean endsCapitals = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return !Character.isUpperCase(before) || endsCapitals;
    }

    /** {@code posts} becomes {@code Posts}. */
    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** {@code address.city} becomes {@code AddressCity}. */
    static String capitalizedPath(String path) {
        StringBuilder joined = new StringBuilder(path.length());
        for (String part : path.split("\\.", -1)) {
            joined.append(capitalized(part));
        }
        return joined.toString();
    }

    static int length(String identifier) {
        return identifier.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A generated name, shortened to what PostgreSQL keeps; the same name is always shortened to the same. */
    static String bounded(String name) {
        if (length(name) <= LONGEST) {
            return name;
        }
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        int end = name.length();
        while (length(name.substring(0, end)) > LONGEST - HASH_LENGTH - 1
                || Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + "_" + "%08x".formatted(hash.getValue());
    }
}

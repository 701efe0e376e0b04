package org.reactiveorm.sql;

/** Just enough of PostgreSQL's lexical structure (chapter 4.1) to tell a parameter from the rest. */
final class SqlTokens {

    private SqlTokens() {}

    /** Where the string, name, dollar-quoted text, comment or cast that starts at {@code i} ends; {@code i} if none does. */
    static int skip(String sql, int i) {
        char c = sql.charAt(i);
        if (c == '\'') {
            return endOfString(sql, i);
        }
        if (c == '"') {
            return after(sql, "\"", i + 1);
        }
        if (sql.startsWith("--", i)) {
            return after(sql, "\n", i);
        }
        if (sql.startsWith("/*", i)) {
            return endOfBlockComment(sql, i);
        }
        if (sql.startsWith("::", i)) {
            return i + 2;
        }
        if (isNameStart(c)) {
            return endOfIdentifier(sql, i);
        }
        return c == '$' ? endOfDollarQuote(sql, i) : i;
    }

    /** Whether white space or a comment starts at {@code i}. */
    static boolean isBlank(String sql, int i) {
        return Character.isWhitespace(sql.charAt(i)) || sql.startsWith("--", i) || sql.startsWith("/*", i);
    }

    /** Whether the first thing from {@code i} on, apart from white space and comments, is {@code sign}. */
    static boolean isBefore(String sql, int i, char sign) {
        int next = i;
        while (next < sql.length() && isBlank(sql, next)) {
            next = Math.max(skip(sql, next), next + 1);
        }
        return next < sql.length() && sql.charAt(next) == sign;
    }

    static boolean isParameter(String sql, int i) {
        return sql.charAt(i) == ':' && i + 1 < sql.length() && isNameStart(sql.charAt(i + 1));
    }

    /** Where the placeholder {@code $n} that starts at {@code i} ends; {@code i} if none does. */
    static int endOfNumber(String sql, int i) {
        int end = i + 1;
        while (end < sql.length() && sql.charAt(end) >= '0' && sql.charAt(end) <= '9') {
            end++;
        }
        return sql.charAt(i) == '$' && end > i + 1 ? end : i;
    }

    static int endOfName(String sql, int i) {
        int end = i;
        while (end < sql.length() && (isNameStart(sql.charAt(end)) || Character.isDigit(sql.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** A dollar within an identifier belongs to it and quotes nothing. */
    private static int endOfIdentifier(String sql, int i) {
        int end = endOfName(sql, i);
        while (end < sql.length() && sql.charAt(end) == '$') {
            end = endOfName(sql, end + 1);
        }
        return end;
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static int endOfString(String sql, int i) {
        boolean escapes = i > 0
                && (sql.charAt(i - 1) == 'E' || sql.charAt(i - 1) == 'e')
                && (i == 1 || !Character.isLetterOrDigit(sql.charAt(i - 2)));
        int end = i + 1;
        while (end < sql.length() && sql.charAt(end) != '\'') {
            end += escapes && sql.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, sql.length());
    }

    private static int endOfBlockComment(String sql, int i) {
        int depth = 0;
        int end = i;
        while (end < sql.length()) {
            if (sql.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else if (sql.startsWith("*/", end)) {
                depth--;
                end += 2;
                if (depth == 0) {
                    return end;
                }
            } else {
                end++;
            }
        }
        return end;
    }

    private static int endOfDollarQuote(String sql, int i) {
        int tagEnd = endOfName(sql, i + 1);
        boolean startsWithDigit = i + 1 < sql.length() && Character.isDigit(sql.charAt(i + 1));
        if (startsWithDigit || tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
            return i;
        }
        String tag = sql.substring(i, tagEnd + 1);
        return after(sql, tag, tagEnd + 1);
    }

    private static int after(String sql, String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }
}

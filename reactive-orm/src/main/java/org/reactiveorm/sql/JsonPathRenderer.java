package org.reactiveorm.sql;

import java.util.List;
import java.util.regex.Pattern;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.query.JsonPlace;

/**
 * Writes what a path in JSON leads to. The steps are bound, but say what is compared, so that they are noted.
 *
 * <p>The operator {@code #>} is the fastest, but takes every step for a position in an array and for a key of an object. What
 * could be both is looked for with a path of SQL/JSON, which keeps the two apart (PostgreSQL, chapter 9.16.2).
 */
final class JsonPathRenderer {

    /** What {@code #>} takes for a number: blanks and a sign before digits. */
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?\\d+");

    private final SqlWriter writer;

    JsonPathRenderer(SqlWriter writer) {
        this.writer = writer;
    }

    <E> SqlWriter write(JsonPlace<E, ?> place, ExpressionRenderer<E> expressions) {
        List<String> keys = place.steps().stream().map(String::valueOf).toList();
        String path = path(place.steps());
        writer.note(path);
        if (keys.stream().noneMatch(key -> NUMBER.matcher(key).matches())) {
            writer.append("(");
            return expressions
                    .write(place.json())
                    .append(" #> ")
                    .bindArray(ColumnTypes.STRING, keys)
                    .append(")");
        }
        writer.append("jsonb_path_query_first(");
        return expressions
                .write(place.json())
                .append(", ")
                .bind(ColumnTypes.STRING, path)
                .append("::jsonpath, '{}', true)");
    }

    /** Strict, or else a position in what is no array, and a key of what is in one, would lead somewhere. */
    private static String path(List<Object> steps) {
        StringBuilder path = new StringBuilder("strict $");
        for (Object step : steps) {
            if (step instanceof Integer position) {
                path.append(position < 0 ? "[last - " + (-1L - position) + "]" : "[" + position + "]");
            } else {
                String key = step.toString().replace("\\", "\\\\").replace("\"", "\\\"");
                path.append(".\"").append(key).append('"');
            }
        }
        return path.toString();
    }
}

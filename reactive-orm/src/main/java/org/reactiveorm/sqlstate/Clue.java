package org.reactiveorm.sqlstate;

import io.r2dbc.postgresql.api.ErrorDetails;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the server says about a value that it did not take: enough to find it among those that were sent. Clues have values and
 * are not for messages. They are read off the server's texts in English; in other languages there may be fewer.
 */
public sealed interface Clue {

    /** Answers by kind of clue. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** Nothing that could be looked for. */
    record Nothing() implements Clue {
        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.nothing();
        }
    }

    /**
     * A row has these values.
     *
     * @param columns the columns
     * @param values their values as the server writes them, separated by a comma and a blank
     * @param fault what is wrong with them
     */
    record Key(List<String> columns, String values, Fault fault) implements Clue {

        /** What can be wrong with a key. */
        public enum Fault {
            /** Another row has it, which may be one of those that were sent. */
            TAKEN,
            /** No row has it. */
            MISSING
        }

        /** From the first comma on a value of several columns may be part of another one, so the values stay one text. */
        private static final Pattern TEXT = Pattern.compile("^[^(]*\\((.*?)\\)=\\((.*)\\)[^)]*$", Pattern.DOTALL);

        /** Keeps its own copy of {@code columns}. */
        public Key {
            columns = List.copyOf(columns);
        }

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.key(this);
        }

        /** {@code Key (a, b)=(1, 2) already exists}; of an exclusion there are two keys, of which the first is the new row's. */
        static Clue of(ErrorDetails details, Fault fault) {
            return found(TEXT, details.getDetail().orElse(""), key -> {
                String columns = key.group(1);
                String values = key.group(2);
                Matcher other = Pattern.compile("\\)[^)]*\\(" + Pattern.quote(columns) + "\\)=\\(", Pattern.DOTALL)
                        .matcher(values);
                return new Key(
                        Stream.of(columns.split(", ", -1)).map(Key::unquoted).toList(),
                        other.find() ? values.substring(0, other.start()) : values,
                        fault);
            });
        }

        /** Of unique keys the server names the columns as SQL does. */
        private static String unquoted(String column) {
            return column.length() > 2 && column.startsWith("\"") && column.endsWith("\"")
                    ? column.substring(1, column.length() - 1).replace("\"\"", "\"")
                    : column;
        }
    }

    /**
     * A row that breaks a constraint.
     *
     * @param nullColumn the column that is NULL and must not be, or null
     * @param values the row's values as the server writes them, or null where it does not
     */
    record FailingRow(@Nullable String nullColumn, @Nullable String values) implements Clue {

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.failingRow(this);
        }

        static Clue of(ErrorDetails details) {
            String text = details.getDetail().orElse("");
            int start = text.indexOf('(');
            int end = text.lastIndexOf(')');
            // with the names of columns it has not all of them: the user may not read the others
            boolean isWhole = start >= 0 && start < end && !text.contains(") = (");
            return new FailingRow(
                    details.getColumnName().orElse(null), isWhole ? text.substring(start + 1, end) : null);
        }
    }

    /**
     * A value is longer than its column.
     *
     * @param type the column's type without its length, as the server names it
     * @param most the length
     */
    record Length(String type, int most) implements Clue {

        private static final Pattern TEXT =
                Pattern.compile("(character varying|character|bit varying|bit)\\((\\d{1,9})\\)");

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.length(this);
        }

        static Clue of(ErrorDetails details) {
            return found(
                    TEXT, details.getMessage(), type -> new Length(type.group(1), Integer.parseInt(type.group(2))));
        }
    }

    /**
     * A number has more digits than its column.
     *
     * @param precision how many digits there may be
     * @param scale how many of them are behind the point
     */
    record Digits(int precision, int scale) implements Clue {

        private static final Pattern TEXT = Pattern.compile("^\\D*(\\d{1,4})\\D+?(-?\\d{1,4})\\D");

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.digits(this);
        }

        static Clue of(ErrorDetails details) {
            return found(
                    TEXT,
                    details.getDetail().orElse(""),
                    field -> new Digits(Integer.parseInt(field.group(1)), Integer.parseInt(field.group(2))));
        }
    }

    /**
     * A whole number is out of the range of its type.
     *
     * @param type {@code smallint}, {@code integer} or {@code bigint}
     */
    record Range(String type) implements Clue {

        private static final Pattern TEXT = Pattern.compile("^(smallint|integer|bigint)\\b(?!.*\")");

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.range(this);
        }

        static Clue of(ErrorDetails details) {
            return found(TEXT, details.getMessage(), type -> new Range(type.group(1)));
        }
    }

    /**
     * A text is no value of a type.
     *
     * @param type the type as the server names it, or null
     * @param value the text
     */
    record Text(@Nullable String type, String value) implements Clue {

        private static final Pattern TEXT =
                Pattern.compile("(?:(?:enum|type) (\\S[^:]*))?: \"(.*)\"[^\"]*$", Pattern.DOTALL);

        @Override
        public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }

        static Clue of(ErrorDetails details) {
            return found(TEXT, details.getMessage(), text -> new Text(text.group(1), text.group(2)));
        }
    }

    private static Clue found(Pattern pattern, String text, Function<Matcher, Clue> clue) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? clue.apply(matcher) : new Nothing();
    }

    /** One case for each kind of clue. */
    interface Visitor<R extends @Nullable Object> {
        /** Nothing that could be looked for. */
        R nothing();

        /** A row has these values. */
        R key(Key clue);

        /** A row that breaks a constraint. */
        R failingRow(FailingRow clue);

        /** A value is longer than its column. */
        R length(Length clue);

        /** A number has more digits than its column. */
        R digits(Digits clue);

        /** A whole number is out of the range of its type. */
        R range(Range clue);

        /** A text is no value of a type. */
        R text(Text clue);
    }
}

package org.reactiveorm.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the parameters of one text, and where each stands. */
final class NamedSqlParser {

    private static final Set<String> CHANGING = Set.of("insert", "update", "delete", "merge", "call");

    private final String sql;
    private final List<NamedSql.Place> places = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Deque<Parenthesis> open = new ArrayDeque<>();
    private @Nullable Word last;
    private @Nullable Word lastButOne;
    private boolean mayChange;
    private int ended = -1;
    private boolean several;

    NamedSqlParser(String sql) {
        this.sql = sql;
    }

    NamedSql parse() {
        int i = 0;
        while (i < sql.length()) {
            i = next(i);
        }
        if (ended >= 0 && !several) {
            text.setLength(ended);
        }
        return new NamedSql(
                List.copyOf(places),
                text.toString(),
                several ? NamedSql.Extent.SEVERAL : NamedSql.Extent.ONE,
                mayChange);
    }

    private int next(int i) {
        int skipped = SqlTokens.skip(sql, i);
        if (SqlTokens.isBlank(sql, i)) {
            int end = Math.max(skipped, i + 1);
            text.append(sql, i, end);
            return end;
        }
        if (sql.charAt(i) == ';') {
            ended = ended < 0 ? text.length() : ended;
            text.append(';');
            last = null;
            return i + 1;
        }
        several |= ended >= 0;
        if (skipped > i) {
            word(sql.substring(i, skipped));
            return skipped;
        }
        if (sql.startsWith("\\:", i)) {
            sign(':');
            return i + 2;
        }
        if (SqlTokens.isParameter(sql, i)) {
            return parameter(i);
        }
        sign(sql.charAt(i));
        return i + 1;
    }

    private void word(String token) {
        String lower = token.toLowerCase(Locale.ROOT);
        mayChange |= CHANGING.contains(lower);
        fill();
        lastButOne = last;
        last = new Word(lower, text.length());
        text.append(token);
    }

    private void sign(char c) {
        if (c == ')') {
            open.poll();
        } else {
            fill();
        }
        if (c == '(') {
            open.push(parenthesis());
        }
        last = null;
        text.append(c);
    }

    private Parenthesis parenthesis() {
        Word in = last;
        if (in == null || !in.text.equals("in")) {
            return new Parenthesis(NamedSql.Kind.PLAIN, 0);
        }
        Word not = lastButOne;
        return not != null && not.text.equals("not")
                ? new Parenthesis(NamedSql.Kind.NOT_IN, not.start)
                : new Parenthesis(NamedSql.Kind.IN, in.start);
    }

    private int parameter(int i) {
        int end = SqlTokens.endOfName(sql, i + 1);
        String name = sql.substring(i + 1, end);
        Parenthesis list = open.peek();
        if (list == null || list.kind == NamedSql.Kind.PLAIN) {
            places.add(new NamedSql.Place(text.toString(), "", name, NamedSql.Kind.PLAIN));
        } else if (list.filled || !SqlTokens.isBefore(sql, end, ')')) {
            places.add(new NamedSql.Place(text.toString(), "", name, NamedSql.Kind.AMONG_OTHERS));
        } else {
            places.add(new NamedSql.Place(text.substring(0, list.start), text.substring(list.start), name, list.kind));
        }
        fill();
        text.setLength(0);
        last = null;
        return end;
    }

    private void fill() {
        Parenthesis innermost = open.peek();
        if (innermost != null) {
            innermost.filled = true;
        }
    }

    /** In lower case, and where it stands in the text since the last parameter. */
    private record Word(String text, int start) {}

    private static final class Parenthesis {

        private final NamedSql.Kind kind;
        private final int start;
        private boolean filled;

        Parenthesis(NamedSql.Kind kind, int start) {
            this.kind = kind;
            this.start = start;
        }
    }
}

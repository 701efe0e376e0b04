package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;

/** The text of {@code @Sql}: SQL with properties and parameters in braces, turned into a fragment with arguments. */
final class SqlText {

    private final String text;
    private final TextScope scope;

    SqlText(String text, TextScope scope) {
        this.text = text;
        this.scope = scope;
    }

    /** The {@code SqlFragment} as code; a mistake is a {@link ShapeFault}. */
    String code() {
        StringBuilder sql = new StringBuilder(text.length());
        List<String> arguments = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean isDoubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && isDoubled) {
                sql.append(c);
                at += 2;
            } else if (c == '{') {
                int end = text.indexOf('}', at);
                if (end < 0) {
                    throw ShapeFault.of("the brace that begins here has no end. A brace of the SQL is doubled: {{.")
                            .at(at + 1);
                }
                arguments.add(argument(text.substring(at + 1, end), at + 2));
                sql.append('?');
                at = end + 1;
            } else {
                sql.append(ofSql(c, at));
                at++;
            }
        }
        if (sql.toString().isBlank()) {
            throw ShapeFault.of("expected an SQL expression.").at(1);
        }
        return Library.SQL_FRAGMENT + ".of(" + Literal.text(sql.toString())
                + arguments.stream().map(", "::concat).reduce("", String::concat) + ")";
    }

    private static String ofSql(char c, int at) {
        if (c == '}' || c == '\0') {
            throw ShapeFault.of("'%s' has no meaning here. A brace of the SQL is doubled: }}."
                            .formatted(c == '}' ? "}" : "\\0"))
                    .at(at + 1);
        }
        return c == '?' ? "??" : String.valueOf(c);
    }

    private String argument(String inBraces, int position) {
        Tokens tokens;
        try {
            tokens = new Tokens(inBraces);
        } catch (ShapeFault fault) {
            throw ShapeFault.of("'%s' is neither a property nor a :parameter. A brace of the SQL is doubled: {{."
                            .formatted(inBraces))
                    .at(position);
        }
        if (tokens.peek().is(Token.Kind.PARAMETER)) {
            String argument = scope.argument(tokens.take());
            tokens.expectEnd("'}'");
            return argument;
        }
        if (!tokens.peek().is(Token.Kind.NAME)) {
            throw ShapeFault.of("expected a property or a :parameter. A brace of the SQL is doubled: {{.")
                    .at(position);
        }
        Token path = tokens.path();
        tokens.expectEnd("'}'");
        return scope.column(new Token(path.kind(), path.text(), position + path.position() - 1))
                .code();
    }
}

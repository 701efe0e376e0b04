package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;

/** The text of {@code @OrderBy}, turned into typed orders. */
final class OrderText {

    private final Tokens tokens;
    private final TextScope scope;

    OrderText(String text, TextScope scope) {
        this.tokens = new Tokens(text);
        this.scope = scope;
    }

    /** The terms as code; a mistake is a {@link ShapeFault}. */
    String code() {
        List<String> terms = new ArrayList<>();
        do {
            terms.add(term());
        } while (tokens.acceptSign(","));
        tokens.expectEnd("'asc', 'desc', 'nulls first', 'nulls last', ','");
        return String.join(", ", terms);
    }

    private String term() {
        Token path = tokens.path();
        String expression = path.isWord("count") && tokens.acceptSign("(") ? count() : column(path);
        return expression + direction() + nulls();
    }

    private String count() {
        Token name = tokens.path();
        List<PathStep> relations = scope.relations(name);
        if (relations.size() != 1 || relations.get(0).isToOne()) {
            throw ShapeFault.of("%s has no relation '%s' to many rows that could be counted."
                            .formatted(scope.entity().simpleName(), name.text()))
                    .at(name.position());
        }
        tokens.expectSign(")");
        return relations.get(0).code() + ".count()";
    }

    private String column(Token path) {
        ColumnTerm column = scope.column(path);
        if (column.kind() == ColumnKind.JSON) {
            throw ShapeFault.of("%s is JSON, which has no order.".formatted(column.label()))
                    .at(path.position());
        }
        return column.code();
    }

    private String direction() {
        if (tokens.acceptWord("desc")) {
            return ".desc()";
        }
        tokens.acceptWord("asc");
        return ".asc()";
    }

    private String nulls() {
        if (!tokens.acceptWord("nulls")) {
            return "";
        }
        if (tokens.acceptWord("first")) {
            return ".nullsFirst()";
        }
        if (tokens.acceptWord("last")) {
            return ".nullsLast()";
        }
        throw tokens.unexpected("'first' or 'last'");
    }
}

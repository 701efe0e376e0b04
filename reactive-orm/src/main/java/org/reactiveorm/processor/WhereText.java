package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of {@code @Where}, read by recursive descent and turned into a typed condition. Every code it makes ends with a
 * call, so that {@code .and(…)}, {@code .or(…)} and {@code .not()} can follow without parentheses.
 */
final class WhereText {

    private static final Map<String, String> COMPARISONS =
            Map.of("=", "eq", "!=", "ne", "<>", "ne", "<", "lt", "<=", "lte", ">", "gt", ">=", "gte");

    private final Tokens tokens;
    private final TextScope scope;

    WhereText(String text, TextScope scope) {
        this.tokens = new Tokens(text);
        this.scope = scope;
    }

    /** The condition as code; a mistake is a {@link ShapeFault}. */
    String code() {
        String condition = either();
        tokens.expectEnd("'and', 'or'");
        return condition;
    }

    private String either() {
        String condition = both();
        while (tokens.acceptWord("or")) {
            condition += "\n.or(" + both() + ")";
        }
        return condition;
    }

    private String both() {
        String condition = single();
        while (tokens.acceptWord("and")) {
            condition += "\n.and(" + single() + ")";
        }
        return condition;
    }

    private String single() {
        if (tokens.acceptWord("not")) {
            return single() + ".not()";
        }
        if (tokens.acceptSign("(")) {
            String condition = either();
            tokens.expectSign(")");
            return condition;
        }
        Token path = tokens.path();
        List<PathStep> relations = scope.relations(path);
        return relations.isEmpty() ? predicate(scope.column(path)) : existence(path, relations);
    }

    /** There is a row at the end of the relations, or not, also because there is none on the way. */
    private String existence(Token path, List<PathStep> relations) {
        PathStep last = relations.get(relations.size() - 1);
        if (!last.isToOne()) {
            throw ShapeFault.of("%s leads to many rows; only a relation to one row can be in a condition."
                            .formatted(last.label()))
                    .at(path.position());
        }
        if (!tokens.acceptWord("is")) {
            throw tokens.unexpected("'is null' or 'is not null' after the relation " + last.label());
        }
        String nullness = nullness();
        if (relations.size() == 1) {
            return last.code() + nullness;
        }
        String exists = last.code() + ".isNotNull()";
        for (int i = relations.size() - 2; i >= 0; i--) {
            exists = relations.get(i).code() + ".is(" + exists + ")";
        }
        return nullness.equals(".isNull()") ? exists + ".not()" : exists;
    }

    private String nullness() {
        boolean isNegated = tokens.acceptWord("not");
        tokens.expectWord("null");
        return isNegated ? ".isNotNull()" : ".isNull()";
    }

    private String predicate(ColumnTerm column) {
        Token operator = tokens.peek();
        if (operator.is(Token.Kind.SIGN) && COMPARISONS.containsKey(operator.text())) {
            tokens.take();
            return comparison(column, operator);
        }
        if (tokens.acceptWord("is")) {
            return column.code() + nullness();
        }
        if (tokens.acceptWord("not")) {
            return list(column, ".notIn")
                    .or(() -> negatable(column).map(code -> code + ".not()"))
                    .orElseThrow(() -> tokens.unexpected("'in', 'between', 'like' or 'ilike'"));
        }
        return list(column, ".in").or(() -> negatable(column)).orElseGet(() -> truth(column));
    }

    private String truth(ColumnTerm column) {
        if (!column.isBoolean()) {
            throw tokens.unexpected("a comparison of %s, which is %s: =, <>, <, <=, >, >=, is null, in, between, like"
                    .formatted(column.label(), column.column().type().forMessage()));
        }
        return column.code() + ".isTrue()";
    }

    private String comparison(ColumnTerm column, Token operator) {
        boolean isEquality = List.of("=", "!=", "<>").contains(operator.text());
        require(isEquality ? column.isComparable() : column.isOrdered(), column, operator);
        return column.code() + "." + COMPARISONS.get(operator.text()) + "(" + operand(column) + ")";
    }

    private static void require(boolean isAble, ColumnTerm column, Token operator) {
        if (!isAble) {
            throw ShapeFault.of("%s is %s, which '%s' does not compare."
                            .formatted(column.label(), column.column().type().forMessage(), operator.text()))
                    .at(operator.position());
        }
    }

    private Optional<String> list(ColumnTerm column, String method) {
        Token operator = tokens.peek();
        if (!tokens.acceptWord("in")) {
            return Optional.empty();
        }
        require(column.isComparable(), column, operator);
        tokens.expectSign("(");
        List<String> values = new ArrayList<>();
        do {
            values.add(value(column));
        } while (tokens.acceptSign(","));
        if (!tokens.acceptSign(")")) {
            throw tokens.unexpected("',' or ')'");
        }
        return Optional.of(column.code() + method + "(" + Literal.list(values) + ")");
    }

    private Optional<String> negatable(ColumnTerm column) {
        Token operator = tokens.peek();
        if (tokens.acceptWord("between")) {
            require(column.isOrdered(), column, operator);
            String low = operand(column);
            tokens.expectWord("and");
            return Optional.of(
                    column.code() + ".gte(" + low + ").and(" + column.code() + ".lte(" + operand(column) + "))");
        }
        for (String like : List.of("like", "ilike")) {
            if (tokens.acceptWord(like)) {
                require(column.isText(), column, operator);
                return Optional.of(column.code() + "." + like + "(" + value(column) + ")");
            }
        }
        return Optional.empty();
    }

    /** A literal or a parameter. */
    private String value(ColumnTerm column) {
        Token token = tokens.peek();
        if (token.is(Token.Kind.PARAMETER)) {
            return scope.argument(tokens.take(), column);
        }
        boolean isLiteral = token.is(Token.Kind.NUMBER)
                || token.is(Token.Kind.TEXT)
                || token.isWord("true")
                || token.isWord("false");
        if (!isLiteral) {
            throw tokens.unexpected("a literal or a :parameter");
        }
        return column.literal(tokens.take());
    }

    /** A literal, a parameter or a property of the same type. */
    private String operand(ColumnTerm column) {
        Token token = tokens.peek();
        if (token.isWord("null")) {
            throw ShapeFault.of("nothing equals NULL. Write 'is null' or 'is not null'.")
                    .at(token.position());
        }
        boolean isProperty = token.is(Token.Kind.NAME) && !token.isWord("true") && !token.isWord("false");
        if (!isProperty) {
            return value(column);
        }
        ColumnTerm other = scope.column(tokens.path());
        if (!other.column().type().boxed().equals(column.column().type().boxed())) {
            throw ShapeFault.of("%s is %s, but %s is %s. Only values of the same type are compared."
                            .formatted(
                                    column.label(),
                                    column.column().type().forMessage(),
                                    other.label(),
                                    other.column().type().forMessage()))
                    .at(token.position());
        }
        return other.code();
    }
}

package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a text in an annotation, read from left to right. */
final class Tokens {

    private static final Pattern TOKEN =
            Pattern.compile("(?<name>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)"
                    + "|(?<number>-?\\d+(?:\\.\\d+)?)"
                    + "|'(?<text>(?:[^'\\x00]|'')*)'"
                    + "|:(?<parameter>\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)"
                    + "|(?<sign><=|>=|<>|!=|[=<>(),.])");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** Throws a {@link ShapeFault} where there is something that is no token. */
    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (matcher.find(at) && matcher.start() == at) {
                tokens.add(token(matcher));
                at = matcher.end();
            } else {
                throw ShapeFault.of(
                                text.charAt(at) == '\''
                                        ? "the text that begins here has no end. A quote in it is doubled: ''."
                                        : "'%s' has no meaning here."
                                                .formatted(Character.toString(text.codePointAt(at))))
                        .at(at + 1);
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
    }

    private static Token token(Matcher matcher) {
        for (Token.Kind kind : List.of(Token.Kind.NAME, Token.Kind.NUMBER, Token.Kind.TEXT, Token.Kind.PARAMETER)) {
            String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
            if (text != null) {
                return new Token(kind, text.replace("''", "'"), matcher.start() + 1);
            }
        }
        return new Token(Token.Kind.SIGN, matcher.group(), matcher.start() + 1);
    }

    Token peek() {
        return tokens.get(next);
    }

    Token take() {
        Token token = peek();
        if (!token.is(Token.Kind.END)) {
            next++;
        }
        return token;
    }

    /** Takes the token if it is this word. */
    boolean acceptWord(String word) {
        boolean isThere = peek().isWord(word);
        if (isThere) {
            next++;
        }
        return isThere;
    }

    /** Takes the token if it is this sign. */
    boolean acceptSign(String sign) {
        boolean isThere = peek().isSign(sign);
        if (isThere) {
            next++;
        }
        return isThere;
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    void expectSign(String sign) {
        if (!acceptSign(sign)) {
            throw unexpected("'" + sign + "'");
        }
    }

    void expectEnd(String otherwise) {
        if (!peek().is(Token.Kind.END)) {
            throw unexpected(otherwise + " or the end");
        }
    }

    /** A path: names with dots between them. */
    Token path() {
        Token first = peek();
        if (!first.is(Token.Kind.NAME)) {
            throw unexpected("a property");
        }
        StringBuilder path = new StringBuilder(take().text());
        while (acceptSign(".")) {
            if (!peek().is(Token.Kind.NAME)) {
                throw unexpected("a name");
            }
            path.append('.').append(take().text());
        }
        return new Token(Token.Kind.NAME, path.toString(), first.position());
    }

    /** The next token is none of those that make sense. */
    ShapeFault unexpected(String expected) {
        return ShapeFault.of("expected %s, but found %s.".formatted(expected, peek().shown()))
                .at(peek().position());
    }
}

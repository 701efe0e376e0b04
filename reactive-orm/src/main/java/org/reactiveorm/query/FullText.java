package org.reactiveorm.query;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.ColumnTypes;

/**
 * Full-text search over texts of a row (PostgreSQL, chapter 12). An index on the same expression makes it fast:
 * {@code create index on posts using gin (to_tsvector('english', title))}; without a language no index can be used.
 *
 * @param texts what is searched, together; NULL counts as empty where there are several
 * @param language the text search configuration, or null for that of the database ({@code default_text_search_config})
 * @param <E> the entity
 */
public record FullText<E>(
        List<TextExpression<E>> texts, @Nullable String language) {

    /** A name with or without schema; it becomes part of the SQL text, so that an index on the expression is found. */
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    /**
     * Checks the language.
     *
     * @throws InvalidQueryException if it cannot be the name of a configuration
     */
    public FullText {
        texts = List.copyOf(texts);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new InvalidQueryException(
                    "'%s' is no name of a text search configuration. Use one like 'english'; \\dF in psql lists them."
                            .formatted(language),
                    ErrorContext.none());
        }
    }

    /**
     * Searches these texts together.
     *
     * @throws InvalidQueryException if there is none, or one is null
     */
    @SafeVarargs
    public static <E> FullText<E> of(TextExpression<E>... texts) {
        List<TextExpression<E>> given =
                Operands.allGiven(texts, "A text to search in is null. Give columns like POST.title.");
        if (given.isEmpty()) {
            throw new InvalidQueryException(
                    "There is nothing to search in. Give columns like POST.title.", ErrorContext.none());
        }
        return new FullText<>(given, null);
    }

    /**
     * The same with the rules of a language: {@code english}, {@code german}, {@code simple}…
     *
     * @throws InvalidQueryException if it is null, or cannot be the name of a configuration
     */
    public FullText<E> in(String configuration) {
        return new FullText<>(
                texts,
                InvalidQueryException.requireGiven(
                        configuration,
                        "The text search configuration is null. Leave out in(…) for that of the database."));
    }

    /**
     * Has the words of a search as people type it: {@code "an exact phrase" or this -notthat}. No text is invalid; one
     * without any word matches nothing.
     */
    public Condition<E> matches(String search) {
        return new SqlCondition<>(fragment("%s @@ %s", search));
    }

    /** How well the row fits the search, larger is better; for {@code orderBy(… .desc())}. */
    public FloatExpression<E, Float> rank(String search) {
        return new FloatTerm<>(new SqlExpression<>(ColumnTypes.FLOAT, fragment("ts_rank(%s, %s)", search)));
    }

    private SqlFragment fragment(String template, String search) {
        String configuration = language == null ? "" : "'" + language + "', ";
        String document = texts.size() == 1
                ? "?"
                : String.join(
                        " || ' ' || ",
                        texts.stream().map(text -> "coalesce(?, '')").toList());
        Object[] arguments = new Object[texts.size() + 1];
        texts.toArray(arguments);
        arguments[texts.size()] = Operands.present(
                texts.get(0), search, "The search in %s is null. Give a text; one without words matches nothing.");
        return SqlFragment.of(
                template.formatted(
                        "to_tsvector(" + configuration + document + ")",
                        "websearch_to_tsquery(" + configuration + "?)"),
                arguments);
    }
}

package org.reactiveorm.sql;

import static org.reactiveorm.error.InvalidQueryException.requireGiven;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.SqlFragment;

/**
 * What stands in the place of a parameter in SQL of the caller: a value, which is bound, or a piece of SQL, whose own values
 * are bound and whose columns are quoted. Immutable.
 */
public final class SqlPart {

    /** NULL as the keyword, which is of every type; a parameter would have to be of one. */
    static final SqlPart NULL = new SqlPart(writer -> writer.append("null"), Content.VALUE);

    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Writing writing;
    private final Content content;

    private SqlPart(Writing writing, Content content) {
        this.writing = writing;
        this.content = content;
    }

    /** A value, or null for NULL. */
    public static SqlPart value(@Nullable Literal<?, ?> value) {
        return value == null ? NULL : literal(value);
    }

    private static <T> SqlPart literal(Literal<?, T> value) {
        return new SqlPart(
                writer -> writer.bind(value.type(), value.value()),
                Collection.class.isAssignableFrom(value.type().javaType()) ? Content.LIST : Content.VALUE);
    }

    /**
     * SQL of the caller with its own values.
     *
     * @throws InvalidQueryException if an argument is no value: it does not say which table its columns are of
     */
    public static SqlPart fragment(SqlFragment fragment) {
        for (Expression<?, ?> argument : fragment.arguments()) {
            if (!(argument instanceof Literal<?, ?>)) {
                throw new InvalidQueryException(
                        "The fragment \"%s\" has a column among its arguments, but does not say of which table. Bind the column by a name of its own, together with the table's alias."
                                .formatted(String.join("?", fragment.parts())),
                        ErrorContext.none());
            }
        }
        boolean mayChange =
                fragment.parts().stream().anyMatch(part -> NamedSql.parse(part).mayChange());
        return new SqlPart(writer -> write(writer, fragment), mayChange ? Content.CHANGE : Content.SQL);
    }

    /**
     * A condition on the rows of the table that the statement calls {@code alias}.
     *
     * @throws InvalidQueryException if it is null, or the alias is no plain name
     */
    public static <E> SqlPart condition(String alias, Condition<E> condition) {
        requireGiven(condition, "The condition is null. Give Condition.always() for none.");
        Qualifier table = table(alias);
        return new SqlPart(
                writer -> {
                    writer.reserve(alias).append("(");
                    condition.accept(new ConditionRenderer<E>(writer, table)).append(")");
                },
                Content.SQL);
    }

    /**
     * A column, or what is computed of columns, of the table that the statement calls {@code alias}.
     *
     * @throws InvalidQueryException if it is null, or the alias is no plain name
     */
    public static <E> SqlPart expression(String alias, Expression<E, ?> expression) {
        requireGiven(expression, "The column is null. Give one of the entity's typed model.");
        Qualifier table = table(alias);
        return new SqlPart(
                writer -> new ExpressionRenderer<E>(writer.reserve(alias), table).write(expression), Content.SQL);
    }

    /**
     * The terms of an ORDER BY, by columns of the table that the statement calls {@code alias}.
     *
     * @throws InvalidQueryException if there is none or one is null, or the alias is no plain name
     */
    public static <E> SqlPart order(String alias, List<Order<E>> terms) {
        requireGiven(terms, "The list to order by is null. Give at least one term, for example the id's.")
                .forEach(term -> requireGiven(term, "A term to order by is null. Leave it out."));
        if (terms.isEmpty()) {
            throw new InvalidQueryException(
                    "There is nothing to order by. Give at least one term, for example the id's.", ErrorContext.none());
        }
        Qualifier table = table(alias);
        List<Order<E>> copy = List.copyOf(terms);
        return new SqlPart(
                writer -> new ExpressionRenderer<E>(writer.reserve(alias), table).orderTerms("", copy), Content.SQL);
    }

    /** Whether it has a word of a statement that changes rows. */
    public boolean mayChange() {
        return content == Content.CHANGE;
    }

    boolean isList() {
        return content == Content.LIST;
    }

    void write(SqlWriter writer) {
        writing.write(writer);
    }

    private static void write(SqlWriter writer, SqlFragment fragment) {
        writer.append(fragment.parts().get(0));
        for (int i = 0; i < fragment.arguments().size(); i++) {
            if (fragment.arguments().get(i) instanceof Literal<?, ?> value) {
                literal(value).write(writer);
            }
            writer.append(fragment.parts().get(i + 1));
        }
        if (fragment.parts().stream().anyMatch(part -> part.contains("--"))) {
            // or a comment at its end would hide what follows it
            writer.append("\n");
        }
    }

    /** The alias is written as it is, so it must not be anything but a name. */
    private static Qualifier table(String alias) {
        requireGiven(alias, "The alias is null. Give the one that the statement has after the table's name.");
        if (!PLAIN_NAME.matcher(alias).matches()) {
            throw new InvalidQueryException(
                    "'%s' is no alias of a table. Give one of letters, digits and underscores, as the statement has it after the table's name."
                            .formatted(alias),
                    ErrorContext.none());
        }
        return Qualifier.of(alias);
    }

    private enum Content {
        VALUE,
        LIST,
        SQL,
        /** SQL that may change rows. */
        CHANGE
    }

    private interface Writing {
        void write(SqlWriter writer);
    }
}

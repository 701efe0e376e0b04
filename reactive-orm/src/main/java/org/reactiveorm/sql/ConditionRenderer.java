package org.reactiveorm.sql;

import java.util.List;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.ArrayMatch;
import org.reactiveorm.query.Comparison;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Constant;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.IsNull;
import org.reactiveorm.query.Junction;
import org.reactiveorm.query.Membership;
import org.reactiveorm.query.Negation;
import org.reactiveorm.query.Related;
import org.reactiveorm.query.RowComparison;
import org.reactiveorm.query.RowMembership;
import org.reactiveorm.query.SqlCondition;
import org.reactiveorm.query.TextMatch;

/** Writes conditions on the rows of one table. */
final class ConditionRenderer<E> implements Condition.Visitor<E, SqlWriter> {

    private final SqlWriter writer;
    private final Qualifier table;
    private final ExpressionRenderer<E> expressions;

    ConditionRenderer(SqlWriter writer, Qualifier table) {
        this(writer, table, GroupKeys.NONE);
    }

    ConditionRenderer(SqlWriter writer, Qualifier table, GroupKeys keys) {
        this.writer = writer;
        this.table = table;
        this.expressions = new ExpressionRenderer<>(writer, table, keys);
    }

    /** {@code where …} with the scope of the entity, or nothing where all rows are seen and meet the condition. */
    SqlWriter where(EntityModel<E> entity, Condition<E> condition) {
        Condition<E> scope = writer.scopeOf(entity);
        if (isAlways(scope)) {
            return clause(" where ", condition);
        }
        writer.append(" where ");
        if (!isAlways(condition)) {
            operand(condition).append(" and ");
        }
        return writer.inScope(entity, () -> operand(scope));
    }

    /** A keyword and the condition, or nothing for a condition that always holds. */
    SqlWriter clause(String keyword, Condition<E> condition) {
        if (isAlways(condition)) {
            return writer;
        }
        writer.append(keyword);
        return condition.accept(this);
    }

    /** {@code and …} with the scope of the entity, or nothing where all rows are seen and meet the condition. */
    SqlWriter and(EntityModel<E> entity, Condition<E> condition) {
        Condition<E> scope = writer.scopeOf(entity);
        if (!isAlways(condition)) {
            writer.append(" and ");
            operand(condition);
        }
        if (!isAlways(scope)) {
            writer.append(" and ").inScope(entity, () -> operand(scope));
        }
        return writer;
    }

    private static boolean isAlways(Condition<?> condition) {
        return condition instanceof Constant<?> constant && constant.value();
    }

    /** The condition as an operand of AND. */
    SqlWriter operand(Condition<E> condition) {
        if (condition instanceof Junction<E> junction && junction.kind() == Junction.Kind.OR) {
            writer.append("(");
            return condition.accept(this).append(")");
        }
        return condition.accept(this);
    }

    @Override
    public SqlWriter constant(Constant<E> constant) {
        return writer.append(constant.value() ? "true" : "false");
    }

    @Override
    public SqlWriter junction(Junction<E> junction) {
        String separator = "";
        for (Condition<E> condition : junction.conditions()) {
            writer.append(separator);
            separator = junction.kind() == Junction.Kind.AND ? " and " : " or ";
            operand(condition);
        }
        return writer;
    }

    @Override
    public SqlWriter negation(Negation<E> negation) {
        if (negation.condition() instanceof IsNull<E> isNull) {
            return expressions.write(isNull.expression()).append(" is not null");
        }
        writer.append("not (");
        return negation.condition().accept(this).append(")");
    }

    @Override
    public <T> SqlWriter comparison(Comparison<E, T> comparison) {
        expressions.write(comparison.left()).append(operator(comparison.operator()));
        return expressions.write(comparison.right());
    }

    @Override
    public SqlWriter rowComparison(RowComparison<E> comparison) {
        row(comparison.left());
        writer.append(operator(comparison.operator()));
        return row(comparison.right());
    }

    private SqlWriter row(List<? extends Expression<E, ?>> values) {
        String separator = "(";
        for (Expression<E, ?> value : values) {
            writer.append(separator);
            separator = ", ";
            expressions.write(value);
        }
        return writer.append(")");
    }

    private static String operator(Comparison.Operator operator) {
        return switch (operator) {
            case EQ -> " = ";
            case NE -> " <> ";
            case GT -> " > ";
            case GTE -> " >= ";
            case LT -> " < ";
            case LTE -> " <= ";
            case IS_DISTINCT_FROM -> " is distinct from ";
            case IS_NOT_DISTINCT_FROM -> " is not distinct from ";
        };
    }

    @Override
    public SqlWriter rowMembership(RowMembership<E> membership) {
        row(membership.left());
        return new KeySet(
                        writer, membership.left().stream().map(Expression::type).toList(), membership.values())
                .contained();
    }

    @Override
    public SqlWriter isNull(IsNull<E> isNull) {
        return expressions.write(isNull.expression()).append(" is null");
    }

    @Override
    public <T> SqlWriter membership(Membership<E, T> membership) {
        expressions.write(membership.left()).append(membership.kind() == Membership.Kind.IN ? " = any(" : " <> all(");
        return writer.bindArray(membership.left().type(), membership.values()).append(")");
    }

    @Override
    public SqlWriter textMatch(TextMatch<E> match) {
        if (match.kind() == TextMatch.Kind.EQUALS) {
            writer.append("lower(");
            expressions.write(match.left()).append(") = lower(");
            return writer.bind(match.left().type(), match.operand()).append(")");
        }
        boolean sensitive = match.sensitivity() == TextMatch.Case.SENSITIVE;
        expressions.write(match.left()).append(sensitive ? " like " : " ilike ");
        return writer.bind(match.patternType(), match.pattern());
    }

    @Override
    public <T> SqlWriter arrayMatch(ArrayMatch<E, T> match) {
        if (match.kind() == ArrayMatch.Kind.EMPTY) {
            writer.append("cardinality(");
            return expressions.write(match.array()).append(") = 0");
        }
        expressions.write(match.array()).append(match.kind() == ArrayMatch.Kind.CONTAINS ? " @> " : " && ");
        return writer.bindArray(match.array().element(), match.elements());
    }

    @Override
    public <C> SqlWriter related(Related<E, C> related) {
        writer.append(
                switch (related.quantifier()) {
                    case SOME -> "exists (select 1";
                    case EVERY, NONE -> "not exists (select 1";
                });
        // EVERY: no related row for which the condition is false; one for which it is unknown is not such a row
        Condition<C> condition = related.quantifier() == Related.Quantifier.EVERY
                ? related.condition().not()
                : related.condition();
        return new RelatedRows(writer)
                .from(related.relation(), Qualifier.of(writer.newAlias()), table, condition)
                .append(")");
    }

    @Override
    public SqlWriter sql(SqlCondition<E> condition) {
        return expressions.fragment(condition.fragment());
    }
}

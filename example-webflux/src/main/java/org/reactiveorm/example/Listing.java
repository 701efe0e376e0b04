package org.reactiveorm.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.reactiveorm.FindSpec;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.Operator;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.RelationRef;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/**
 * A query of any entity, put together from request parameters by the names of its columns and relations:
 *
 * <pre>{@code ?age.gte=18&email=ada@example.com&sort=-age,username&page=0&size=20&include=posts}</pre>
 *
 * A name, an operator or a value that does not fit is an {@code InvalidQueryException} of the library, which is answered
 * with 400. Values are bound, never part of the SQL.
 */
record Listing<E>(List<Condition<E>> where, List<Order<E>> sort, List<RelationRef<E, ?>> include, Paging paging) {

    private static final Map<String, Operator> OPERATORS = Map.ofEntries(
            Map.entry("eq", Operator.EQ),
            Map.entry("ne", Operator.NE),
            Map.entry("gt", Operator.GT),
            Map.entry("gte", Operator.GTE),
            Map.entry("lt", Operator.LT),
            Map.entry("lte", Operator.LTE),
            Map.entry("in", Operator.IN),
            Map.entry("contains", Operator.CONTAINS),
            Map.entry("containsIgnoreCase", Operator.CONTAINS_IGNORE_CASE),
            Map.entry("startsWith", Operator.STARTS_WITH),
            Map.entry("isNull", Operator.IS_NULL),
            Map.entry("isNotNull", Operator.IS_NOT_NULL));

    /** Everything a list can be asked for. */
    static <E> Listing<E> of(EntityRef<E, ?> entity, MultiValueMap<String, String> parameters) {
        List<Condition<E>> where = new ArrayList<>();
        List<Order<E>> sort = new ArrayList<>();
        List<RelationRef<E, ?>> include = new ArrayList<>();
        parameters.forEach((name, values) -> {
            switch (name) {
                case "page", "size" -> {} // read below
                case "sort" -> split(values).forEach(term -> sort.add(order(entity, term)));
                case "include" -> split(values).forEach(relation -> include.add(entity.relation(relation)));
                default -> values.forEach(value -> where.add(condition(entity, name, value)));
            }
        });
        // rows that are equal so far keep the order of their keys, or pages would overlap
        entity.model().primaryKey().properties().forEach(key -> sort.add(order(entity, key.name())));
        return new Listing<>(where, sort, include, Paging.of(parameters));
    }

    /** For a single entity: nothing but this parameter. */
    static <E> Listing<E> only(String allowed, EntityRef<E, ?> entity, MultiValueMap<String, String> parameters) {
        parameters.keySet().stream()
                .filter(name -> !name.equals(allowed))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadRequest("There is no parameter '%s' here, only '%s'.".formatted(name, allowed));
                });
        return of(entity, parameters);
    }

    /** One statement for the rows and the total, one for each relation. */
    Mono<Page<E>> page(FindSpec<E, ?> all) {
        FindSpec<E, ?> ordered = all.where(Condition.all(where));
        for (Order<E> term : sort) {
            ordered = ordered.orderBy(term);
        }
        return includedIn(ordered)
                .page(paging.page(), paging.size())
                .map(found -> new Page<>(found.items(), paging.page(), paging.size(), found.total()));
    }

    FindSpec<E, ?> includedIn(FindSpec<E, ?> find) {
        FindSpec<E, ?> including = find;
        for (RelationRef<E, ?> relation : include) {
            including = including.include(relation);
        }
        return including;
    }

    /** {@code age.gte} is a column and an operator, {@code age} a column that is to be equal. */
    private static <E> Condition<E> condition(EntityRef<E, ?> entity, String name, String value) {
        int dot = name.lastIndexOf('.');
        Column<E, ?> column = entity.column(dot < 0 ? name : name.substring(0, dot));
        Operator operator = operator(dot < 0 ? "eq" : name.substring(dot + 1));
        return switch (operator) {
            case IS_NULL, IS_NOT_NULL -> column.is(operator, null);
            case IN ->
                column.is(
                        operator,
                        split(List.of(value)).stream().map(column::parse).toList());
            default -> column.is(operator, column.parse(value));
        };
    }

    private static Operator operator(String name) {
        Operator operator = OPERATORS.get(name);
        if (operator == null) {
            throw new BadRequest("There is no operator '%s', only: %s."
                    .formatted(name, OPERATORS.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        return operator;
    }

    /** {@code -age} is descending. */
    private static <E> Order<E> order(EntityRef<E, ?> entity, String term) {
        return term.startsWith("-")
                ? entity.column(term.substring(1)).desc()
                : entity.column(term).asc();
    }

    private static List<String> split(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
    }
}

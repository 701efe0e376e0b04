package org.reactiveorm.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.query.Condition;
import reactor.util.context.ContextView;

/**
 * Which scopes there are: those that entities declare by {@code @TenantId} and {@code @SoftDelete}, those of the application, less
 * the ones that were lifted. Immutable.
 */
public final class Scoping {

    private static final Scoping DECLARED = new Scoping(Map.of(), Map.of());

    private final Map<EntityModel<?>, List<Rule<?>>> rules;
    private final Map<EntityModel<?>, Set<String>> lifted;

    private Scoping(Map<EntityModel<?>, List<Rule<?>>> rules, Map<EntityModel<?>, Set<String>> lifted) {
        this.rules = rules;
        this.lifted = lifted;
    }

    /** The scopes that entities declare. */
    public static Scoping declared() {
        return DECLARED;
    }

    /**
     * The same with a scope of the application.
     *
     * @throws InvalidQueryException if the name is null or empty, or the entity has a scope with that name
     */
    public <E> Scoping with(EntityModel<E> entity, String name, Function<ContextView, Condition<E>> condition) {
        if (InvalidQueryException.requireGiven(name, "The name of a scope is null. Give one to lift it by.")
                        .isEmpty()
                || names(entity).contains(name)
                || name.equals(Scope.TENANT)
                || name.equals(Scope.SOFT_DELETE)) {
            throw refused(entity, "'%s' can not be the name of a scope of %s. Give one that is not taken.", name);
        }
        Map<EntityModel<?>, List<Rule<?>>> all = new HashMap<>(rules);
        List<Rule<?>> ofEntity = new ArrayList<>(rules.getOrDefault(entity, List.of()));
        ofEntity.add(new Rule<>(entity, name, condition));
        all.put(entity, ofEntity);
        return new Scoping(all, lifted);
    }

    /**
     * The same without these scopes of this entity.
     *
     * @throws InvalidQueryException if there is no name, or the entity has no scope with it; the message lists those it has
     */
    public Scoping without(EntityModel<?> entity, Collection<String> names) {
        List<String> known = names(entity);
        Set<String> ofEntity = new HashSet<>(lifted.getOrDefault(entity, Set.of()));
        for (String name : names) {
            if (!known.contains(name)) {
                throw refused(entity, "There is no scope '%s' of %s. It has: " + listed(known) + ".", name);
            }
            ofEntity.add(name);
        }
        if (names.isEmpty()) {
            throw refused(entity, "No scope%s of %s is named. Name those to lift: " + listed(known) + ".", "");
        }
        Map<EntityModel<?>, Set<String>> all = new HashMap<>(lifted);
        all.put(entity, ofEntity);
        return new Scoping(rules, all);
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static InvalidQueryException refused(EntityModel<?> entity, String message, @Nullable String name) {
        return new InvalidQueryException(message.formatted(name, entity.name()), ErrorContext.of(entity.name()));
    }

    /** The scopes of a subscriber with this context. */
    public Scopes at(ContextView context) {
        return new Scopes(this, context);
    }

    private List<String> names(EntityModel<?> entity) {
        List<String> names = new ArrayList<>();
        if (entity.tenant() != null) {
            names.add(Scope.TENANT);
        }
        if (entity.deletion() != null) {
            names.add(Scope.SOFT_DELETE);
        }
        rules(entity).forEach(rule -> names.add(rule.name()));
        return names;
    }

    boolean isScoped(EntityModel<?> entity) {
        return entity.tenant() != null || entity.deletion() != null || (!rules.isEmpty() && rules.containsKey(entity));
    }

    boolean isLifted(EntityModel<?> entity, String name) {
        return !lifted.isEmpty() && lifted.getOrDefault(entity, Set.of()).contains(name);
    }

    @SuppressWarnings("unchecked") // each stands beside its own entity
    <E> List<Rule<E>> rules(EntityModel<E> entity) {
        return (List<Rule<E>>) (List<?>) rules.getOrDefault(entity, List.of());
    }

    /** A scope of the application. */
    record Rule<E>(EntityModel<E> entity, String name, Function<ContextView, Condition<E>> condition) {

        Condition<E> at(ContextView context) {
            return InvalidQueryException.requireGiven(
                    condition.apply(context),
                    "The condition of the scope '%s' of %s is null. Give Condition.always() for all rows."
                            .formatted(name, entity.name()));
        }
    }
}

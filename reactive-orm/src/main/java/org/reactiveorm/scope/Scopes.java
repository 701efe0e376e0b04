package org.reactiveorm.scope;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.RowValues;
import org.reactiveorm.query.Comparison;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.IsNull;
import org.reactiveorm.query.Literal;
import org.reactiveorm.query.ValueColumn;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What a row has to be for one subscriber to see it. An entity's condition is made when it is first needed, and is the same for
 * all statements of the subscription from then on.
 */
public final class Scopes {

    private static final Scopes NONE = new Scopes(null, Context.empty());

    /** Null where everything is seen. */
    private final @Nullable Scoping scoping;

    private final ContextView context;
    private volatile @Nullable Map<EntityModel<?>, Condition<?>> known;

    Scopes(@Nullable Scoping scoping, ContextView context) {
        this.scoping = scoping;
        this.context = context;
    }

    /** Everything is seen: for statements that only add rows, and SQL of the caller. */
    public static Scopes none() {
        return NONE;
    }

    /** Whether rows of the entity may be hidden. */
    public boolean isScoped(EntityModel<?> entity) {
        return scoping != null && scoping.isScoped(entity);
    }

    /**
     * What holds for the rows that are seen.
     *
     * @throws InvalidQueryException if the entity's rows are of tenants and the context names none, or one of another class
     */
    @SuppressWarnings("unchecked") // each condition stands beside its own entity
    public <E> Condition<E> of(EntityModel<E> entity) {
        if (scoping == null || !scoping.isScoped(entity)) {
            return Condition.always();
        }
        return (Condition<E>) known().computeIfAbsent(entity, made -> condition(scoping, entity));
    }

    private synchronized Map<EntityModel<?>, Condition<?>> known() {
        if (known == null) {
            known = new ConcurrentHashMap<>();
        }
        return known;
    }

    private <E> Condition<E> condition(Scoping scopes, EntityModel<E> entity) {
        Condition<E> all = Condition.always();
        Property<E, ?> tenant = entity.tenant();
        if (tenant != null && !scopes.isLifted(entity, Scope.TENANT)) {
            all = ofTenant(entity, tenant);
        }
        Property<E, ?> deletion = entity.deletion();
        if (deletion != null && !scopes.isLifted(entity, Scope.SOFT_DELETE)) {
            all = all.and(notDeleted(entity, deletion));
        }
        for (Scoping.Rule<E> rule : scopes.rules(entity)) {
            if (!scopes.isLifted(entity, rule.name())) {
                all = all.and(rule.at(context));
            }
        }
        return all;
    }

    private <E, T> Condition<E> ofTenant(EntityModel<E> entity, Property<E, T> property) {
        return new Comparison<>(
                new ValueColumn<>(entity.name(), property),
                Comparison.Operator.EQ,
                new Literal<>(property.type(), tenant(entity, property)));
    }

    private static <E, T> Condition<E> notDeleted(EntityModel<E> entity, Property<E, T> property) {
        ValueColumn<E, T> column = new ValueColumn<>(entity.name(), property);
        return property.isNullable()
                ? new IsNull<>(column)
                // as text, so that a partial index with the same words serves it
                : Condition.sql("not ?", column);
    }

    private <T> T tenant(EntityModel<?> entity, Property<?, T> property) {
        Object tenant = Tenant.in(context);
        if (tenant == null) {
            throw refused(
                    entity,
                    property,
                    "Rows of %s are of tenants, told apart by %s, but the subscriber's context names none. Add .contextWrite(Tenant.of(…)), or lift the scope with unscoped(Scope.TENANT).");
        }
        try {
            return property.type().convert(tenant);
        } catch (IllegalArgumentException | ArithmeticException other) {
            throw refused(
                    entity,
                    property,
                    "The tenant in the subscriber's context is of the class "
                            + tenant.getClass().getSimpleName()
                            + ", but %s.%s of " + property.type().javaType().getSimpleName()
                            + ". Give Tenant.of(…) a value of that class.");
        }
    }

    /**
     * Sets the tenant of a new row where it is not given.
     *
     * @throws InvalidQueryException if one is given that is not the subscriber's, or there is none
     */
    public <E> void stamp(EntityModel<E> entity, RowValues<E> values) {
        Property<E, ?> property = entity.tenant();
        if (property == null || scoping == null) {
            return;
        }
        if (!values.has(property)) {
            values.set(property, tenant(entity, property));
        } else {
            requireOwn(entity, values.get(property));
        }
    }

    /**
     * Refuses a value for the tenant's column that is not the subscriber's tenant: in a row that is written, or an update.
     *
     * @throws InvalidQueryException if it is another one, unless the scope was lifted
     */
    public void requireOwn(EntityModel<?> entity, @Nullable Object tenant) {
        Property<?, ?> property = entity.tenant();
        if (property == null || scoping == null || scoping.isLifted(entity, Scope.TENANT)) {
            return;
        }
        if (!tenant(entity, property).equals(tenant)) {
            throw refused(
                    entity,
                    property,
                    "A row of %s would be of another tenant than the one in the subscriber's context. Leave %2$s out, or lift the scope with unscoped(Scope.TENANT).");
        }
    }

    private static InvalidQueryException refused(EntityModel<?> entity, Property<?, ?> property, String message) {
        return new InvalidQueryException(
                message.formatted(entity.name(), property.name()),
                ErrorContext.of(entity.name()).withProperties(List.of(property.name())));
    }
}

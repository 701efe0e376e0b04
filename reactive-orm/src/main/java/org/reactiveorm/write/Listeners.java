package org.reactiveorm.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.PublicClass;
import org.reactiveorm.write.InsertStep.InsertRows;
import org.reactiveorm.write.InsertStep.KnownRows;
import org.reactiveorm.write.InsertStep.LinkRows;

/** All who hear of rows that are written. They are asked for at the first write, because they may need what writes. */
public final class Listeners {

    private static final Listeners NONE = new Listeners(List.of());

    private final List<? extends Supplier<? extends Collection<? extends EntityListener<?>>>> sources;
    private volatile @Nullable Map<EntityModel<?>, List<EntityListener<?>>> known;

    private Listeners(List<? extends Supplier<? extends Collection<? extends EntityListener<?>>>> sources) {
        this.sources = sources;
    }

    /** Nobody. */
    public static Listeners none() {
        return NONE;
    }

    /** Those that the sources answer, in their order; each is asked once. */
    public static Listeners of(List<? extends Supplier<? extends Collection<? extends EntityListener<?>>>> sources) {
        return new Listeners(sources);
    }

    /** Whether there cannot be any. */
    boolean isNone() {
        return this == NONE;
    }

    /** Whether somebody hears of rows of this entity. */
    boolean hear(EntityModel<?> entity) {
        return !isNone() && byEntity().containsKey(entity);
    }

    /** Whether somebody hears of new rows of a plan that only adds some. */
    boolean hear(WritePlan<?> plan) {
        return !isNone()
                && plan.steps().stream()
                        .flatMap(step -> step.insertion().stream())
                        .anyMatch(step -> step.accept(new Heard(this)));
    }

    /** Who hears of rows of this entity, in their order. */
    @SuppressWarnings("unchecked") // each says whose rows it listens to
    <E> List<EntityListener<E>> of(EntityModel<E> entity) {
        return isNone()
                ? List.of()
                : (List<EntityListener<E>>) (List<?>) byEntity().getOrDefault(entity, List.of());
    }

    /** The error of a change that does not answer its rows, so that nobody could hear of them. */
    static InvalidQueryException unheard(EntityModel<?> entity, String reason) {
        return new InvalidQueryException(
                "%s of %s, which a listener would have to hear of. Use count() or all(), without skipDuplicates() and copy()."
                        .formatted(reason, entity.name()),
                ErrorContext.of(entity.name()));
    }

    private Map<EntityModel<?>, List<EntityListener<?>>> byEntity() {
        Map<EntityModel<?>, List<EntityListener<?>>> map = known;
        return map == null ? askedOnce() : map;
    }

    private synchronized Map<EntityModel<?>, List<EntityListener<?>>> askedOnce() {
        Map<EntityModel<?>, List<EntityListener<?>>> map = known;
        if (map == null) {
            map = asked();
            known = map;
        }
        return map;
    }

    private Map<EntityModel<?>, List<EntityListener<?>>> asked() {
        Map<EntityModel<?>, List<EntityListener<?>>> map = new HashMap<>();
        for (Supplier<? extends Collection<? extends EntityListener<?>>> source : sources) {
            for (EntityListener<?> listener : InvalidQueryException.requireGiven(
                    source.get(), "The entity listeners are null. Answer an empty list.")) {
                map.computeIfAbsent(entity(listener), unseen -> new ArrayList<>())
                        .add(listener);
            }
        }
        return map;
    }

    private static EntityModel<?> entity(@Nullable EntityListener<?> listener) {
        EntityListener<?> given =
                InvalidQueryException.requireGiven(listener, "An entity listener is null. Leave it out.");
        return InvalidQueryException.requireGiven(
                        given.entity(),
                        "The entity listener %s has no entity. Let entity() answer the constant of a generated model."
                                .formatted(PublicClass.of(given).getSimpleName()))
                .model();
    }

    private record Heard(Listeners listeners) implements InsertStep.Visitor<Boolean> {

        @Override
        public <E> Boolean insertRows(InsertRows<E> step) {
            return listeners.hear(step.entity());
        }

        @Override
        public <E> Boolean knownRows(KnownRows<E> step) {
            return false;
        }

        @Override
        public <E, C> Boolean linkRows(LinkRows<E, C> step) {
            return false;
        }
    }
}

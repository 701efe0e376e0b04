package org.reactiveorm;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.model.EntityModel;
import reactor.core.publisher.Mono;

/**
 * What is signalled when a row that has to be there is not. Every query has one, so its message is written when it is needed.
 *
 * @param entity the entity's name
 * @param id the id that was looked for, or null if there was any other condition
 */
record NotFound(String entity, @Nullable Object id) {

    static NotFound byId(EntityModel<?> entity, Object id) {
        return new NotFound(entity.name(), id);
    }

    static NotFound matching(EntityModel<?> entity) {
        return new NotFound(entity.name(), null);
    }

    <T> Mono<T> orFail(Mono<T> found) {
        return found.switchIfEmpty(Mono.error(() -> new NotFoundException(message(), ErrorContext.of(entity))));
    }

    private String message() {
        return id == null
                ? "There is no %s that matches the condition.".formatted(entity)
                : "There is no %s with id %s."
                        .formatted(
                                entity,
                                id instanceof byte[] bytes
                                        ? "\\x" + HexFormat.of().formatHex(bytes)
                                        : id);
    }
}

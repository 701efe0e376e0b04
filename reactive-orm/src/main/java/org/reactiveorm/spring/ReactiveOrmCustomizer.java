package org.reactiveorm.spring;

import org.reactiveorm.ReactiveOrmBuilder;

/**
 * A bean that sets what there is no bean or property for, before the {@link org.reactiveorm.ReactiveOrm} bean is built: scopes, session
 * variables of row-level security, the secret of cursors. Several do so in their order.
 */
@FunctionalInterface
public interface ReactiveOrmCustomizer {

    /** Sets it; asked once. */
    void customize(ReactiveOrmBuilder builder);
}

package org.reactiveorm.transaction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToIntFunction;

/**
 * A pool's figures for Micrometer, as {@code r2dbc.pool.acquired}, {@code idle}, {@code allocated}, {@code pending} and {@code
 * max.allocated}: the names that Spring Boot uses. Boot binds those of every pool that is a bean by itself; this is for other pools.
 *
 * @param pool whose figures
 * @param name the tag {@code name} of the gauges, which tells several pools apart
 */
public record PoolMeters(Pool pool, String name) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "acquired", PoolFigures::acquired);
        gauge(registry, "idle", PoolFigures::idle);
        gauge(registry, "allocated", PoolFigures::allocated);
        gauge(registry, "pending", PoolFigures::pending);
        gauge(registry, "max.allocated", PoolFigures::max);
    }

    private void gauge(MeterRegistry registry, String what, ToIntFunction<PoolFigures> figure) {
        Gauge.builder("r2dbc.pool." + what, pool, each -> figure.applyAsInt(each.figures()))
                .tag("name", name)
                .baseUnit("connections")
                .strongReference(true)
                .register(registry);
    }
}

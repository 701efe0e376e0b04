package org.reactiveorm.test.fault;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One thing that goes wrong with {@link FaultyConnections}, so many times. */
public final class Fault {

    private final Plan plan;
    private final Mono<Void> effect;
    private final AtomicInteger left;
    private final Sinks.Empty<Void> met = Sinks.empty();

    private Fault(Plan plan, Mono<Void> effect) {
        this.plan = plan;
        this.effect = effect;
        this.left = new AtomicInteger(plan.times);
    }

    Mono<Void> effect() {
        return effect;
    }

    /** True if it happens here and now; counts that it does. */
    boolean isMetAt(Moment moment, String sql) {
        if (moment != plan.moment || !sql.toLowerCase(Locale.ROOT).contains(plan.sql)) {
            return false;
        }
        int before = left.getAndUpdate(count -> Math.max(0, count - 1));
        if (before == 1) {
            met.tryEmitEmpty();
        }
        return before > 0;
    }

    /** Where and how often; {@code fail} and {@code hang} say what, and put it into effect. */
    public static final class Plan {

        private final Consumer<Fault> effective;
        private final Moment moment;
        private String sql = "";
        private int times = 1;

        Plan(Consumer<Fault> effective, Moment moment) {
            this.effective = effective;
            this.moment = moment;
        }

        /** Only at statements whose text contains this, in upper or lower case. */
        public Plan sql(String part) {
            sql = part.toLowerCase(Locale.ROOT);
            return this;
        }

        /** At the next so many times instead of the next one. */
        public Plan times(int count) {
            times = count;
            return this;
        }

        /** Fails with this; what is returned completes when it has happened as often as it was to. */
        public Mono<Void> fail(Throwable error) {
            return begin(Mono.error(error));
        }

        /**
         * Fails with an error of the driver that has this SQLSTATE: classes 08 and 57P as after a lost connection, 23 as a
         * violation, 40 as a rollback, any other as a resource that is missing at the moment.
         */
        public Mono<Void> fail(String sqlState) {
            return begin(Mono.error(() -> errorOf(sqlState)));
        }

        /** Never answers; what is returned completes when it has happened as often as it was to. */
        public Mono<Void> hang() {
            return begin(Mono.never());
        }

        private Mono<Void> begin(Mono<Void> effect) {
            Fault fault = new Fault(this, effect);
            effective.accept(fault);
            return fault.met.asMono();
        }

        private static R2dbcException errorOf(String sqlState) {
            String message = "A test wants " + sqlState;
            if (sqlState.startsWith("08") || sqlState.startsWith("57P")) {
                return new R2dbcNonTransientResourceException(message, sqlState);
            }
            return switch (sqlState.substring(0, 2)) {
                case "23" -> new R2dbcDataIntegrityViolationException(message, sqlState);
                case "40" -> new R2dbcRollbackException(message, sqlState);
                default -> new R2dbcTransientResourceException(message, sqlState);
            };
        }
    }
}

package org.reactiveorm.twin;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.ReactiveOrmBuilder;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.StatementLog;

/** A database for each test class, filled with the rows of a shop that are made from a seed. */
final class ShopDatabase implements BeforeAllCallback {

    private final OrmExtension database = OrmExtension.postgres();
    private final long seed;
    private final UnaryOperator<ReactiveOrmBuilder> scopes;
    private @Nullable ShopWorld world;
    private @Nullable ReactiveOrm scoped;

    ShopDatabase(long seed) {
        this(seed, builder -> builder);
    }

    /** The same database, of whose rows only those are seen that these scopes let through. */
    ShopDatabase(long seed, UnaryOperator<ReactiveOrmBuilder> scopes) {
        this.seed = seed;
        this.scopes = scopes;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        database.beforeAll(context);
        ShopWorld.fill(database.orm(), seed);
        scoped = scopes.apply(ReactiveOrm.builder(database.connections())
                        .statements(database.statements())
                        .transactions(database.statements()))
                .build();
        world = ShopWorld.read(scoped);
    }

    /** The rows. */
    ShopWorld world() {
        return Objects.requireNonNull(world, "a ShopDatabase is a static field with @RegisterExtension");
    }

    ReactiveOrm orm() {
        return Objects.requireNonNull(scoped, "a ShopDatabase is a static field with @RegisterExtension");
    }

    StatementLog statements() {
        return database.statements();
    }
}

package org.reactiveorm.twin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.test.StatementLog;

/** A database for each test class, filled with the rows of a shop that are made from a seed. */
final class ShopDatabase implements BeforeAllCallback {

    private final OrmExtension database = OrmExtension.postgres();
    private final long seed;
    private @Nullable ShopWorld world;

    ShopDatabase(long seed) {
        this.seed = seed;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        database.beforeAll(context);
        world = ShopWorld.fill(database.orm(), seed);
    }

    /** The rows. */
    ShopWorld world() {
        return Objects.requireNonNull(world, "a ShopDatabase is a static field with @RegisterExtension");
    }

    ReactiveOrm orm() {
        return database.orm();
    }

    StatementLog statements() {
        return database.statements();
    }
}

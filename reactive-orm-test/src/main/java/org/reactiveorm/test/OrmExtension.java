package org.reactiveorm.test;

import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.test.DatabasePlan.Scope;
import org.reactiveorm.test.postgres.PostgresServer;

/**
 * Gives each test class a fresh database on a real PostgreSQL, with the tables of the known entities, and a
 * {@link ReactiveOrm} on it. Where the server comes from is told at {@link PostgresServer}.
 *
 * <pre>{@code
 * class TransfersIT {
 *     @RegisterExtension static final OrmExtension orm = OrmExtension.postgres();
 *
 *     final Transfers transfers = new Transfers(orm.orm());
 *
 *     @Test
 *     void anOverdraftChangesNothing() {
 *         StepVerifier.create(transfers.transfer(alice, bob, new BigDecimal("1000")))
 *                 .verifyError(InsufficientFunds.class);
 *         assertThat(orm.statements()).hasRolledBack();
 *     }
 * }
 * }</pre>
 *
 * Parameters of the types {@link ReactiveOrm}, {@link ConnectionFactory} and {@link StatementLog} are injected. Nested
 * classes share the database of their outer class. In a field that is not static, each test method has its own. The
 * methods that choose something answer with a new extension and leave this one as it is. When tests that share one
 * extension run in parallel, the accessors answer for the test of the calling thread.
 */
public final class OrmExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                BeforeTestExecutionCallback,
                ParameterResolver {

    private final DatabasePlan plan;
    private final Set<OpenDatabase> open = ConcurrentHashMap.newKeySet();

    /** Not static: a test class may have two extensions. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable OpenDatabase> ofThisThread = new ThreadLocal<>();

    private OrmExtension(DatabasePlan plan) {
        this.plan = plan;
    }

    /** With the tables of all entities on the class path, one database for each test class. */
    public static OrmExtension postgres() {
        return new OrmExtension(DatabasePlan.initial());
    }

    /** Without any table. */
    public OrmExtension emptySchema() {
        return new OrmExtension(plan.withoutSchema());
    }

    /** With the tables of these entities only, which must be all that their foreign keys and join tables refer to. */
    public OrmExtension withSchemaOf(EntityRef<?, ?>... entities) {
        return new OrmExtension(plan.withSchemaOf(List.of(entities)));
    }

    /** Also runs these statements, separated by semicolons, after the tables are there; may be repeated. */
    public OrmExtension script(String sql) {
        return new OrmExtension(plan.withScript(sql));
    }

    /** A fresh database for each test method. */
    public OrmExtension perTest() {
        return new OrmExtension(plan.perTest());
    }

    /** An ORM on the test's database, with a pool of its own; it remembers SQL for {@link ReactiveOrm#verifySql}. */
    public ReactiveOrm orm() {
        return current().orm();
    }

    /** The pool of {@link #orm()}, for plain R2DBC. */
    public ConnectionFactory connections() {
        return current().connections();
    }

    /** The R2DBC URL of the test's database, with user and password. */
    public String url() {
        return current().url();
    }

    /** What {@link #orm()} sent since the test method began. */
    public StatementLog statements() {
        return current().statements();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (plan.scope() == Scope.TEST_CLASS) {
            enter(context);
        }
    }

    /** So that the fields of the test may use the database. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        if (plan.scope() == Scope.TEST_CLASS || context.getTestMethod().isPresent()) {
            enter(context);
        }
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        enter(context);
    }

    /** After the {@code @BeforeEach} methods, so that their statements do not count. */
    @Override
    public void beforeTestExecution(ExtensionContext context) {
        enter(context).statements().clear();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ReactiveOrm.class || type == ConnectionFactory.class || type == StatementLog.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        OpenDatabase database = enter(context);
        if (type == ReactiveOrm.class) {
            return database.orm();
        }
        return type == StatementLog.class ? database.statements() : database.connections();
    }

    /** The database of this context or of one around it, opened if there is none, is that of this thread from now on. */
    private OpenDatabase enter(ExtensionContext context) {
        if (plan.scope() == Scope.TEST && context.getTestMethod().isEmpty()) {
            throw new IllegalStateException(
                    "With perTest() there is a database for each test method and none for %s as a whole; ask for it in"
                                    .formatted(context.getDisplayName())
                            + " a test method or in @BeforeEach.");
        }
        ExtensionContext.Store store = context.getStore(ExtensionContext.Namespace.create(OrmExtension.class, this));
        OpenDatabase database = store.computeIfAbsent(OpenDatabase.class, key -> open(), OpenDatabase.class);
        ofThisThread.set(database);
        return database;
    }

    private OpenDatabase open() {
        AtomicReference<OpenDatabase> self = new AtomicReference<>();
        OpenDatabase database = new OpenDatabase(plan, () -> open.remove(self.get()));
        self.set(database);
        open.add(database);
        return database;
    }

    private OpenDatabase current() {
        OpenDatabase mine = ofThisThread.get();
        if (mine != null && mine.isOpen()) {
            return mine;
        }
        List<OpenDatabase> all = List.copyOf(open);
        if (all.size() == 1) {
            return all.get(0);
        }
        throw new IllegalStateException(
                all.isEmpty()
                        ? "There is no database yet: it comes before @BeforeAll; after perTest() and in a field that is not"
                                + " static before @BeforeEach. Is the field annotated with @RegisterExtension?"
                        : "Several tests share this OrmExtension at the same time. Ask on the thread of the test, or have"
                                + " the ReactiveOrm injected as a parameter.");
    }
}

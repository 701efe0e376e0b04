package org.reactiveorm.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.reactiveorm.ReactiveOrm;

/** Runs classes of tests as JUnit does, one after the other and at the same time. */
class ScopesIT {

    private static final Set<String> URLS = ConcurrentHashMap.newKeySet();
    private static final OrmExtension NOTES =
            OrmExtension.postgres().emptySchema().script("create table note (id int primary key)");

    @BeforeEach
    void forget() {
        URLS.clear();
    }

    @Test
    void twoClassesDoNotSeeEachOthersRows() {
        run("false", First.class, Second.class)
                .testEvents()
                .assertStatistics(tests -> tests.started(2).succeeded(2));
        assertThat(URLS).hasSize(2);
    }

    @Test
    void twoClassesThatShareAnExtensionMayRunAtTheSameTime() {
        Together.BARRIER.reset();

        run("true", Left.class, Right.class)
                .testEvents()
                .assertStatistics(tests -> tests.started(2).succeeded(2));
        assertThat(URLS).hasSize(2);
    }

    @Test
    void withPerTestEachMethodHasItsOwn() {
        run("false", Each.class)
                .testEvents()
                .assertStatistics(tests -> tests.started(2).succeeded(2));
        assertThat(URLS).hasSize(2);
    }

    @Test
    void inAFieldThatIsNotStaticEachMethodHasItsOwn() {
        run("false", OfInstance.class)
                .testEvents()
                .assertStatistics(tests -> tests.started(2).succeeded(2));
        assertThat(URLS).hasSize(2);
    }

    @Test
    void perTestHasNothingForTheWholeClassAndSaysSo() {
        EngineExecutionResults results = run("false", TooEarly.class);

        assertThat(results.containerEvents().failed().stream())
                .singleElement()
                .satisfies(
                        failed -> assertThat(failed.toString())
                                .contains(
                                        "With perTest() there is a database for each test method and none for ScopesIT$TooEarly as a whole"));
    }

    private static EngineExecutionResults run(String parallel, Class<?>... classes) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", parallel)
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
        for (Class<?> testClass : classes) {
            kit.selectors(selectClass(testClass));
        }
        return kit.execute();
    }

    private static void insertAloneInto(OrmExtension orm) {
        URLS.add(orm.url());
        Notes.insert(orm.orm(), 1).block();
        assertThat(Notes.count(orm.orm()).block()).isEqualTo(1);
        assertThat(orm.statements()).hasCount(2);
    }

    static class First {

        @RegisterExtension
        static final OrmExtension orm = NOTES.script("");

        @Test
        void insertsIntoAnEmptyTable() {
            insertAloneInto(orm);
        }
    }

    static class Second {

        @RegisterExtension
        static final OrmExtension orm = NOTES.script("");

        @Test
        void insertsIntoAnEmptyTable() {
            insertAloneInto(orm);
        }
    }

    abstract static class Together {

        static final CyclicBarrier BARRIER = new CyclicBarrier(2);

        @RegisterExtension
        static final OrmExtension orm = NOTES.script("");

        @Test
        void insertsIntoAnEmptyTable() throws Exception {
            BARRIER.await(20, TimeUnit.SECONDS);
            insertAloneInto(orm);
            BARRIER.await(20, TimeUnit.SECONDS);
        }
    }

    static class Left extends Together {}

    static class Right extends Together {}

    static class Each {

        @RegisterExtension
        static final OrmExtension orm = NOTES.perTest();

        private final ReactiveOrm madeWithTheTest = orm.orm();

        @Test
        void insertsIntoAnEmptyTable() {
            insertAloneInto(orm);
        }

        @Test
        void insertsIntoAnEmptyTableAgain() {
            assertThat(madeWithTheTest).isSameAs(orm.orm());
            insertAloneInto(orm);
        }
    }

    static class OfInstance {

        @RegisterExtension
        final OrmExtension orm = NOTES.script("");

        @Test
        void insertsIntoAnEmptyTable() {
            insertAloneInto(orm);
        }

        @Test
        void insertsIntoAnEmptyTableAgain() {
            insertAloneInto(orm);
        }
    }

    static class TooEarly {

        @RegisterExtension
        static final OrmExtension orm = NOTES.perTest();

        @BeforeAll
        static void wantsIt(ReactiveOrm early) {
            throw new AssertionError(early);
        }

        @Test
        void isNotReached() {}
    }
}

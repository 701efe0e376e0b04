package org.reactiveorm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.model.ColumnTypes.INSTANT;
import static org.reactiveorm.model.ColumnTypes.LONG;
import static org.reactiveorm.model.ColumnTypes.STRING;
import static org.reactiveorm.model.ColumnTypes.UUID;
import static org.reactiveorm.model.ColumnTypes.declared;
import static org.reactiveorm.model.ColumnTypes.listOf;
import static org.reactiveorm.model.ColumnTypes.nativeEnum;
import static org.reactiveorm.schema.Described.entity;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.error.DatabaseException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.SchemaMismatchException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.Table;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.model.ValueSource.Kind;
import org.reactiveorm.transaction.TransactionOptions;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SchemaIT {

    private static final String TABLES =
            "select table_name::text from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') order by 1";

    @RegisterExtension
    static final LiveDatabase database = new LiveDatabase();

    @Test
    void whatIsCreatedIsClean() {
        Schema schema = database.schema(Blog.ALL);

        StepVerifier.create(schema.create()).verifyComplete();

        assertThat(database.run(TABLES)).containsExactly("post_tags", "posts", "profiles", "tags", "users");
        StepVerifier.create(schema.validate())
                .assertNext(report -> {
                    assertThat(report.differences()).isEmpty();
                    assertThat(report.isClean()).isTrue();
                    assertThat(report.requireClean()).isSameAs(report);
                    assertThat(report).hasToString("The database has everything that the model needs.");
                })
                .verifyComplete();
    }

    @Test
    void theScriptIsSentAsOneStatementAndValidateSendsFour() {
        Schema schema = database.schema(Blog.ALL);

        schema.create().block();
        assertThat(database.statements()).hasSize(2).last().isEqualTo(schema.ddl());
        database.statements().clear();

        schema.validate().block();
        assertThat(database.statements()).hasSize(4);
    }

    @Test
    void theScriptRunsByHandToo() {
        Schema schema = database.schema(Blog.ALL);

        database.run(schema.ddl());

        StepVerifier.create(schema.validate().map(SchemaReport::requireClean))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void creatingTwiceSaysWhatIsThere() {
        Schema schema = database.schema(Blog.ALL);
        schema.create().block();

        StepVerifier.create(schema.create())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(SchemaMismatchException.class)
                        .hasMessageStartingWith(
                                "The schema cannot be created, because the database already has: "
                                        + "table post_tags, table posts, table profiles, table tags, table users, type post_state.")
                        .hasMessageContaining("validate() says how"));
    }

    @Test
    void oneTableThatIsThereKeepsEverythingElseFromBeingMade() {
        database.run("create table tags (id int)");

        StepVerifier.create(database.schema(Blog.ALL).create())
                .verifyErrorSatisfies(
                        error -> assertThat(error).hasMessageContaining("the database already has: table tags. "));

        assertThat(database.run(TABLES)).containsExactly("tags");
    }

    @Test
    void aTableOfTheSameNameInAnotherSchemaIsNotInTheWay() {
        database.run("create schema other; create table other.tags (id int)");
        Schema schema = database.schema(Blog.ALL);

        StepVerifier.create(schema.create()).verifyComplete();

        assertThat(schema.validate().block().differences()).isEmpty();
    }

    @Test
    void aScriptThatFailsLeavesNothing() {
        EntityModel<A> wrong = entity(A.class, "zzz")
                .identity()
                .from(ValueSource.defaulted("no_such_function()"), "x", LONG)
                .model();

        StepVerifier.create(database.schema(Blog.TAG, Blog.POST, Blog.USER, Blog.PROFILE, wrong)
                        .create())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(DatabaseException.class)
                        .hasMessageContaining("no_such_function"));

        assertThat(database.run(TABLES)).isEmpty();
    }

    @Test
    void creatingJoinsTheTransactionAround() {
        Schema schema = database.schema(Blog.ALL);
        Mono<SchemaReport> work = schema.create()
                .then(schema.validate())
                .flatMap(report -> Mono.error(new IllegalStateException("clean: " + report.isClean())));

        StepVerifier.create(database.transactions().execute(TransactionOptions.defaults(), work))
                .verifyErrorMessage("clean: true");

        assertThat(database.run(TABLES)).isEmpty();
    }

    @Test
    void droppingRemovesWhatCreateMadeAndNothingElse() {
        EntityModel<A> numbered = Everything.MODEL;
        Schema schema = database.schema(Blog.USER, Blog.PROFILE, Blog.POST, Blog.TAG, numbered);
        schema.create().block();
        database.run("create table mine (id int)");

        StepVerifier.create(schema.drop()).verifyComplete();

        assertThat(database.run(TABLES)).containsExactly("mine");
        assertThat(database.run("select typname::text from pg_type where typtype = 'e'"))
                .isEmpty();
        assertThat(database.run("select relname::text from pg_class where relkind = 'S'"))
                .isEmpty();
        StepVerifier.create(schema.drop()).verifyComplete();
        StepVerifier.create(schema.create()).verifyComplete();
    }

    @Test
    void aViewThatTheEntitiesDoNotKnowKeepsItsTable() {
        Schema schema = database.schema(Blog.ALL);
        schema.create().block();
        database.run("create view names as select name from tags");

        StepVerifier.create(schema.drop())
                .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(DatabaseException.class));

        assertThat(database.run(TABLES)).hasSize(6);
    }

    @Test
    void strangeNamesAndSchemasWork() {
        Schema schema = database.schema(Strange.ORDER, Strange.LINE);

        schema.create().block();

        assertThat(schema.validate().block().differences()).isEmpty();
        assertThat(database.run(
                        "insert into \"Sales's \"\"dept\"\"\".\"order\" (\"Select\"\"All\") values ('x') returning id"))
                .containsExactly("1");
        assertThat(schema.create()
                        .onErrorResume(error -> Mono.empty())
                        .then(schema.drop())
                        .thenReturn(1)
                        .block())
                .isEqualTo(1);
        assertThat(database.run(TABLES)).isEmpty();
    }

    @Test
    void tablesThatReferToEachOtherAndToThemselvesWork() {
        Schema schema = database.schema(Circle.DEPARTMENT, Circle.EMPLOYEE);

        schema.create().block();

        assertThat(schema.validate().block().differences()).isEmpty();
        StepVerifier.create(schema.drop()).verifyComplete();
    }

    @Test
    void everyColumnTypeComparesCleanWithWhatItMade() {
        Schema schema = database.schema(Everything.MODEL);

        schema.create().block();

        assertThat(schema.validate().block().differences()).isEmpty();
        database.run("insert into everything (text) values ('x')");
        assertThat(
                        database.run(
                                "select number || ' ' || version || ' ' || (v4 is not null) || ' ' || (made is not null) from everything"))
                .containsExactly("1 0 true true");
    }

    @Test
    void noEntitiesNeedNothing() {
        Schema schema = database.schema();

        StepVerifier.create(schema.create()).verifyComplete();
        StepVerifier.create(schema.drop()).verifyComplete();
        assertThat(schema.validate().block().isClean()).isTrue();
    }

    @Test
    void contradictingEntitiesAreSignalledAndNotThrown() {
        EntityModel<A> other = entity(A.class, "users").identity().model();
        Schema schema = database.schema(Blog.USER, other);

        StepVerifier.create(schema.create()).verifyError(InvalidQueryException.class);
        StepVerifier.create(schema.drop()).verifyError(InvalidQueryException.class);
        StepVerifier.create(schema.validate()).verifyError(InvalidQueryException.class);
        assertThat(database.statements()).isEmpty();
    }

    record A() {}

    record B() {}

    private static final class Strange {

        static final Table ORDERS = new Table("Sales's \"dept\"", "order");

        static final EntityModel<A> ORDER = new Described<>(A.class, ORDERS)
                .from(ValueSource.sequence("Number's"), "id", LONG)
                .column("all", "Select\"All", STRING)
                .primaryKey("id")
                .unique("all")
                .model();

        static final EntityModel<B> LINE = entity(B.class, "Order Line")
                .identity()
                .column("orderId", "order", LONG)
                .column("kind", nativeEnum(Kind.class, "Order", List.of(Kind.IDENTITY), List.of("it's")))
                .column("kinds", listOf(nativeEnum(Kind.class, "user\"s", List.of(Kind.IDENTITY), List.of("x"))))
                .belongsTo("order", () -> Strange.ORDER, "orderId")
                .model();
    }

    private static final class Circle {

        static final EntityModel<A> DEPARTMENT = entity(A.class, "departments")
                .identity()
                .nullable("head_id", LONG)
                .nullable("part_of_id", LONG)
                .belongsTo("head", () -> Circle.EMPLOYEE, "head_id")
                .belongsTo("partOf", () -> Circle.DEPARTMENT, "part_of_id")
                .model();

        static final EntityModel<B> EMPLOYEE = entity(B.class, "employees")
                .identity()
                .column("department_id", LONG)
                .belongsTo("department", () -> Circle.DEPARTMENT, "department_id")
                .model();
    }

    private static final class Everything {

        static final EntityModel<A> MODEL = everything();

        private static EntityModel<A> everything() {
            Described<A> model = entity(A.class, "everything")
                    .identity()
                    .column("text", STRING)
                    .from(ValueSource.sequence("numbers"), "number", LONG)
                    .from(ValueSource.of(Kind.DATABASE_UUID), "v4", UUID)
                    .from(ValueSource.of(Kind.CREATED_AT), "made", INSTANT)
                    .from(ValueSource.of(Kind.VERSION), "version", LONG);
            List<String> types = List.of(
                    "bool",
                    "int2",
                    "int4",
                    "int8",
                    "float4",
                    "float8",
                    "numeric",
                    "numeric(12)",
                    "numeric(12,0)",
                    "numeric(12,2)",
                    "NUMERIC( 12 , 2 )",
                    "decimal(5,1)",
                    "text",
                    "varchar",
                    "varchar(20)",
                    "character varying(20)",
                    "char",
                    "char(2)",
                    "bpchar",
                    "bit",
                    "bit(3)",
                    "varbit(3)",
                    "bytea",
                    "uuid",
                    "timestamptz",
                    "timestamptz(3)",
                    "timestamp with time zone",
                    "timestamp(0)",
                    "date",
                    "time",
                    "timetz(2)",
                    "interval",
                    "jsonb",
                    "json",
                    "inet",
                    "int8[]",
                    "varchar(20)[]",
                    "numeric(12,2)[]",
                    "timestamptz(3)[]",
                    "bigint",
                    "double precision",
                    "tsvector",
                    "int4range");
            for (int i = 0; i < types.size(); i++) {
                model.nullable("c" + i, declared(STRING, types.get(i)));
            }
            return model.model();
        }
    }
}

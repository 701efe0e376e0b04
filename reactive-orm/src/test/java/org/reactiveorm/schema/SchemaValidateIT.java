package org.reactiveorm.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.model.ColumnTypes.LONG;
import static org.reactiveorm.model.ColumnTypes.STRING;
import static org.reactiveorm.model.ColumnTypes.declared;
import static org.reactiveorm.schema.Described.entity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactiveorm.error.SchemaMismatchException;
import org.reactiveorm.model.EntityModel;
import org.reactiveorm.model.ValueSource;
import org.reactiveorm.schema.SchemaDifference.Kind;

class SchemaValidateIT {

    @RegisterExtension
    static final LiveDatabase database = new LiveDatabase();

    /** One change each, and exactly one difference. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            drop table profiles                                           | MISSING_TABLE                | Profile (profiles): expected the table, found nothing
            alter table users drop column age                             | MISSING_COLUMN               | User.age (users.age): expected a column of type int4, found nothing
            alter table users alter age type int8                         | DIFFERENT_TYPE               | User.age (users.age): expected int4, found bigint
            alter table users alter email type varchar(90)                | DIFFERENT_TYPE               | User.email (users.email): expected varchar(80), found character varying(90)
            alter table users alter email type text                       | DIFFERENT_TYPE               | User.email (users.email): expected varchar(80), found text
            alter table users alter balance type numeric(12,3)            | DIFFERENT_TYPE               | User.balance (users.balance): expected numeric(12,2), found numeric(12,3)
            alter table users alter age set not null                      | DIFFERENT_NULLABILITY        | User.age (users.age): expected NULL allowed, found NOT NULL
            alter table users alter email drop not null                   | DIFFERENT_NULLABILITY        | User.email (users.email): expected NOT NULL, found NULL allowed
            alter table users alter balance drop default                  | MISSING_DEFAULT              | User.balance (users.balance): expected the default 0.00, found nothing
            alter table users alter id drop identity                      | MISSING_DEFAULT              | User.id (users.id): expected an identity or a default, found nothing
            alter table profiles drop constraint profiles_pkey            | MISSING_PRIMARY_KEY          | Profile.id (profiles.id): expected primary key ("id"), found nothing
            alter table users drop constraint users_email_key             | MISSING_UNIQUE_KEY           | User.email (users.email): expected unique ("email"), found nothing
            alter table profiles drop constraint profiles_user_id_key     | MISSING_UNIQUE_KEY           | Profile.user_id (profiles.user_id): expected unique ("user_id"), found nothing
            alter table profiles drop constraint profiles_user_fkey       | MISSING_FOREIGN_KEY          | Profile.user_id (profiles.user_id): expected foreign key ("user_id") references "users" ("id") on delete cascade, found nothing
            alter table post_tags drop constraint post_tags_tag_id_fkey   | MISSING_FOREIGN_KEY          | Post.tags (post_tags.tag_id): expected foreign key ("tag_id") references "tags" ("id") on delete cascade, found nothing
            alter table post_tags drop constraint post_tags_pkey          | MISSING_PRIMARY_KEY          | Post.tags (post_tags.(post_id, tag_id)): expected primary key ("post_id", "tag_id"), found nothing
            drop index posts_title_idx                                    | MISSING_INDEX                | Post.title (posts.title): expected an index that begins with ("title"), found nothing
            drop index posts_user_id_idx                                  | MISSING_INDEX                | Post.user_id (posts.user_id): expected an index that begins with ("user_id"), found nothing
            alter type post_state add value 'lost'                        | DIFFERENT_ENUM_LABELS        | Post.state (posts.state): expected enum post_state ('draft', 'it''s out'), found enum post_state ('draft', 'it''s out', 'lost')
            alter type post_state rename value 'draft' to 'sketch'        | DIFFERENT_ENUM_LABELS        | Post.state (posts.state): expected enum post_state ('draft', 'it''s out'), found enum post_state ('sketch', 'it''s out')
            alter table tags add color text not null                      | UNKNOWN_REQUIRED_COLUMN      | Tag (tags.color): expected no such column, or one that allows NULL or has a default, because inserts do not fill it, found text NOT NULL
            """)
    void oneChangeIsOneDifference(String change, Kind kind, String line) {
        Schema schema = created();
        database.run(change);

        SchemaReport report = schema.validate().block();

        assertThat(report.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(kind);
            assertThat(difference).hasToString(line);
        });
    }

    /** The database may have more, and may have it under other names. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            alter table tags add color text
            alter table tags add color text not null default 'red'
            alter table tags add number int not null generated always as identity
            alter table tags add twice int not null generated always as (id * 2) stored
            create domain color as text not null default 'red'; alter table tags add color color
            alter table users alter id drop identity; create sequence s; alter table users alter id set default nextval('s')
            alter table users rename constraint users_pkey to pk; alter table users rename constraint users_email_key to uq
            alter table profiles rename constraint profiles_user_fkey to fk; alter index posts_title_idx rename to ix
            alter table users drop constraint users_email_key; create unique index on users (email)
            drop index posts_title_idx; create index on posts (title, state)
            drop index posts_user_id_idx; create index on posts (user_id, title)
            alter table users alter is_verified set default true
            create domain years as int4; alter table users alter age type years
            create domain mail as varchar(80); alter table users alter email type mail
            create table unrelated (id int primary key)
            """)
    void whatTheModelCanLiveWithIsClean(String change) {
        Schema schema = created();
        database.run(change);

        assertThat(schema.validate().block().differences()).isEmpty();
    }

    @Test
    void aDomainOverAnotherTypeIsADifference() {
        Schema schema = created();
        database.run("create domain mail as varchar(81); alter table users alter email type mail");

        assertThat(schema.validate().block().differences())
                .singleElement()
                .hasToString("User.email (users.email): expected varchar(80), found mail");
    }

    @Test
    void aPartialUniqueIndexIsNoUniqueKey() {
        Schema schema = created();
        database.run(
                "alter table users drop constraint users_email_key; create unique index on users (email) where age > 3");

        assertThat(schema.validate().block().differences())
                .singleElement()
                .extracting(SchemaDifference::kind)
                .isEqualTo(Kind.MISSING_UNIQUE_KEY);
    }

    @Test
    void aPartialUniqueIndexIsMadeAndMissed() {
        EntityModel<?> model = entity(Here.class, "here")
                .identity()
                .column("email", STRING)
                .column("gone", STRING)
                .partiallyUnique("gone = 'no'", "email")
                .model();
        Schema schema = database.schema(model);
        schema.create().block();
        assertThat(schema.validate().block().differences()).isEmpty();
        database.run("insert into here (email, gone) values ('a', 'yes'), ('a', 'yes'), ('a', 'no')");
        assertThatThrownBy(() -> database.run("insert into here (email, gone) values ('a', 'no')"))
                .hasMessageContaining("here_email_key");

        database.run("drop index here_email_key; create index on here (email)");
        assertThat(schema.validate().block().differences())
                .singleElement()
                .hasToString("Here.email (here.email): expected unique (\"email\") where (gone = 'no'), found nothing");
    }

    private record Here() {}

    @Test
    void anotherPrimaryKeyIsNamed() {
        Schema schema = created();
        database.run(
                "alter table post_tags drop constraint post_tags_pkey; alter table post_tags add primary key (tag_id)");

        assertThat(schema.validate().block().differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.found()).isEqualTo("primary key (\"tag_id\")"));
    }

    @Test
    void anotherActionIsADifference() {
        Schema schema = created();
        database.run("""
                alter table posts drop constraint posts_user_fkey;
                alter table posts add foreign key (user_id) references users on delete restrict""");

        assertThat(schema.validate().block().differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.DIFFERENT_FOREIGN_KEY_ACTION);
            assertThat(difference)
                    .hasToString(
                            "Post.user_id (posts.user_id): expected on delete set null on update cascade, found on delete restrict");
        });
    }

    @Test
    void aForeignKeyToAnotherTableIsMissing() {
        Schema schema = created();
        database.run("""
                alter table profiles drop constraint profiles_user_fkey;
                alter table profiles add foreign key (user_id) references tags on delete cascade""");

        assertThat(schema.validate().block().differences())
                .singleElement()
                .extracting(SchemaDifference::kind)
                .isEqualTo(Kind.MISSING_FOREIGN_KEY);
    }

    @Test
    void aMissingEnumIsNamedOnceWithTheColumnThatNeedsIt() {
        Schema schema = created();
        database.run("alter table posts alter state type text; drop type post_state");

        assertThat(schema.validate().block().differences())
                .extracting(SchemaDifference::toString)
                .containsExactly(
                        "Post.state (posts.state): expected enum post_state ('draft', 'it''s out'), found nothing",
                        "Post.state (posts.state): expected \"post_state\", found text");
    }

    @Test
    void anEmptyDatabaseLacksEverythingAndTheErrorListsIt() {
        SchemaReport report = database.schema(Blog.ALL).validate().block();

        assertThat(report.differences())
                .extracting(SchemaDifference::kind)
                .containsExactly(
                        Kind.MISSING_ENUM,
                        Kind.MISSING_TABLE,
                        Kind.MISSING_TABLE,
                        Kind.MISSING_TABLE,
                        Kind.MISSING_TABLE,
                        Kind.MISSING_TABLE);
        assertThatThrownBy(report::requireClean)
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessage("""
                        The database differs from the model in 6 places:
                          - Post.state (posts.state): expected enum post_state ('draft', 'it''s out'), found nothing
                          - Post.tags (post_tags): expected the table, found nothing
                          - Post (posts): expected the table, found nothing
                          - Profile (profiles): expected the table, found nothing
                          - Tag (tags): expected the table, found nothing
                          - User (users): expected the table, found nothing
                        Change the database or the entities, so that they agree.""");
    }

    @Test
    void severalDifferencesComeInTheOrderOfTablesAndColumns() {
        Schema schema = created();
        database.run("""
                alter table users drop column username;
                alter table users alter age type text;
                alter table users alter is_verified drop default;
                drop table profiles;
                alter table tags drop column name""");

        assertThat(schema.validate().block().differences())
                .extracting(SchemaDifference::kind)
                .containsExactly(
                        Kind.MISSING_TABLE,
                        Kind.MISSING_COLUMN,
                        Kind.MISSING_COLUMN,
                        Kind.DIFFERENT_TYPE,
                        Kind.MISSING_DEFAULT,
                        Kind.MISSING_UNIQUE_KEY);
    }

    @Test
    void aTypeThatTheDatabaseDoesNotHaveIsADifference() {
        database.run("create table as_ (id int8 primary key, name text not null)");
        EntityModel<A> model = entity(A.class, "as_")
                .column("id", LONG)
                .column("name", declared(STRING, "citext"))
                .primaryKey("id")
                .model();

        assertThat(database.schema(model).validate().block().differences())
                .singleElement()
                .hasToString("A.name (as_.name): expected citext, found text");
    }

    @Test
    void aViewIsHeldAgainstItsColumnsOnly() {
        database.run("create table base (id int8, name text); create view as_ as select id, name from base");
        EntityModel<A> model = entity(A.class, "as_")
                .identity()
                .column("name", STRING)
                .from(ValueSource.defaulted("1"), "other", LONG)
                .unique("name")
                .model();

        assertThat(database.schema(model).validate().block().differences())
                .singleElement()
                .hasToString("A.other (as_.other): expected a column of type int8, found nothing");
    }

    @Test
    void aTableWithoutColumnsIsThere() {
        database.run("create table as_ ()");
        EntityModel<A> model =
                entity(A.class, "as_").column("id", LONG).primaryKey("id").model();

        assertThat(database.schema(model).validate().block().differences())
                .extracting(SchemaDifference::kind)
                .containsExactly(Kind.MISSING_COLUMN, Kind.MISSING_PRIMARY_KEY);
    }

    @Test
    void anIndexThatBeginsWithTheSameColumnsInAnotherOrderIsAnother() {
        database.run("create table as_ (id int8 not null, user_id int8 not null, primary key (user_id, id))");
        EntityModel<A> model = entity(A.class, "as_")
                .column("id", LONG)
                .column("user_id", LONG)
                .primaryKey("user_id", "id")
                .index("id", "user_id")
                .model();

        assertThat(database.schema(model).validate().block().differences())
                .singleElement()
                .hasToString(
                        "A.(id, user_id) (as_.(id, user_id)): expected an index that begins with (\"id\", \"user_id\"), found nothing");
    }

    @Test
    void aPartitionedTableIsATable() {
        database.run("""
                create table users (id int8 primary key generated by default as identity) partition by hash (id);
                create table part partition of users for values with (modulus 1, remainder 0);
                create table as_ (id int8 primary key, user_id int8 not null references users);
                create index on as_ (user_id)""");
        EntityModel<B> users = entity(B.class, "users").identity().model();
        EntityModel<A> model = entity(A.class, "as_")
                .column("id", LONG)
                .column("user_id", LONG)
                .primaryKey("id")
                .belongsTo("user", () -> users, "user_id")
                .model();

        assertThat(database.schema(users, model).validate().block().differences())
                .isEmpty();
    }

    record A() {}

    record B() {}

    private static Schema created() {
        Schema schema = database.schema(Blog.ALL);
        schema.create().block();
        return schema;
    }
}

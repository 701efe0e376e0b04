package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.ConnectionLostException;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.SchemaMismatchException;
import org.reactiveorm.query.Condition;
import org.reactiveorm.schema.SqlDifference;
import org.reactiveorm.schema.SqlDifference.Kind;
import org.reactiveorm.schema.SqlReport;
import org.reactiveorm.test.OrmExtension;
import org.reactiveorm.transaction.ConnectionPools;
import reactor.test.StepVerifier;

@Timeout(60)
class SqlVerificationIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres()
            .perTest()
            .script(
                    "create view shelf as select id, name, stock from products;"
                            + "create domain short_text as text not null;"
                            + "create table extras (id bigint primary key, note short_text, at timestamptz not null, amount numeric)");

    private final ReactiveOrm orm = database.orm();

    @Test
    void whatFitsIsClean() {
        orm.sql("select * from products where id in (:ids) and stock > :s;")
                .bind("ids", List.of())
                .bind("s", 3)
                .as(Product.class);
        orm.sql(
                        "select coalesce(p.shop_code, '') as code, s.address_street, s.address_city from products p left join shops s on s.code = p.shop_code")
                .as(ShopLabel.class);
        orm.sql(
                        "select sum(sold)::bigint as grand_total, max(name) as product_name from products where :filter and sold > :n"
                                + " group by id order by :order")
                .bind("filter", "products", PRODUCT.grade.eq(Grade.BEST))
                .bind("n", null)
                .bind("order", "products", List.of(PRODUCT.id.asc()))
                .as(NameTotal.class);
        orm.sql("select count(*) from products").as(Long.class);
        orm.sql("insert into marks (id, name) values (gen_random_uuid(), :n) returning name")
                .bind("n", "x")
                .as(String.class);
        orm.sql("select stock, id from shelf").map(row -> row.getInt("stock") + row.getLong("id") + row.getLong(1));
        orm.sql("select note from extras").as(String.class);
        orm.sql("update products set stock = :s where id = :id")
                .bind("s", 1)
                .bind("id", 1L)
                .execute();
        orm.sql("(values (1), (2))").as(Integer.class);
        SqlReport report = verified();
        assertThat(report.requireClean().unchecked()).isEmpty();
        assertThat(report.statements()).isEqualTo(9);
        assertThat(report).hasToString("The database agrees with 9 SQL statements.");
        assertThat(orm.find(Mark_.MARK).count().block()).isZero();
    }

    @Test
    void theServerRefusesWhatItWouldNotRun() {
        orm.sql("selec 1").execute();
        orm.sql("select 1 from nowhere").as(Integer.class);
        orm.sql("select nothing from products").execute();
        orm.sql("select id from products where name > :n").bind("n", 3).as(Long.class);
        orm.sql("select id from products where id in (:n)")
                .bind("n", List.of("a"))
                .as(Long.class);
        SqlReport report = verified();
        assertThat(report.differences())
                .extracting(SqlDifference::kind)
                .containsExactly(Kind.REFUSED, Kind.REFUSED, Kind.REFUSED, Kind.REFUSED);
        assertThat(report.differences())
                .extracting(SqlDifference::found)
                .anySatisfy(found -> assertThat(found).contains("operator does not exist: text > integer"))
                .anySatisfy(found -> assertThat(found).contains("bigint = text"))
                .anySatisfy(found -> assertThat(found).contains("\"nowhere\" does not exist"));
        assertThat(report.unchecked()).containsExactly("it is no query, in: selec 1");
    }

    @Test
    void columnsThatAreMissingOrTooManyAreFound() {
        orm.sql("select 1 as other, 2 as grand_total").as(NameTotal.class);
        orm.sql("select 1, 2").as(Integer.class);
        orm.sql("select id from products").map(row -> row.getLong("id") + row.getLong("stock"));
        orm.sql("select name from products").map(row -> row.require(0, String.class) + row.getLong(1));
        assertThat(verified().differences())
                .allSatisfy(difference -> assertThat(difference.kind()).isEqualTo(Kind.UNREADABLE))
                .extracting(SqlDifference::found)
                .containsExactly(
                        "NameTotal needs columns [product_name], which the result does not have. It has [grand_total, other]; name them with \"as\".",
                        "The result has 2 columns, but Integer takes one.",
                        "The result has no column 'stock'. It has [id]; name one with \"as\".",
                        "The result has 1 columns, but column 2 is read.");
    }

    @Test
    void typesThatDoNotFitAreFound() {
        orm.sql("select count(*) from products").as(Integer.class);
        orm.sql("select name as grand_total, id as product_name from products").as(NameTotal.class);
        orm.sql("select amount, at from extras")
                .map(row -> row.get("amount", Long.class) + row.require("at", String.class));
        orm.sql("select labels from products").as(String.class);
        assertThat(verified().differences())
                .filteredOn(difference -> difference.kind() == Kind.DIFFERENT_TYPE)
                .extracting(SqlDifference::toString)
                .containsExactly(
                        "column 'amount' expected Long, found numeric in: select amount, at from extras",
                        "column 'at' expected String, found timestamp with time zone in: select amount, at from extras",
                        "column 'count' expected Integer, found bigint in: select count(*) from products",
                        "column 'labels' expected String, found text[] in: select labels from products",
                        "column 'grand_total' expected Long, found text in: select name as grand_total, id as product_name from products");
    }

    @Test
    void columnsThatCanBeNullAreFound() {
        orm.sql("select note as product_name, sold as grand_total from products")
                .as(NameTotal.class);
        orm.sql("select stock from products where id = :id").bind("id", 1L).as(Integer.class);
        orm.sql("update products set stock = 1 returning stock as s, name")
                .map(row -> row.getInt("s") + row.require("name", String.class));
        orm.sql("select coalesce(stock, 0) from products").as(Integer.class);
        SqlReport report = verified();
        assertThat(report.differences())
                .extracting(SqlDifference::kind, SqlDifference::column)
                .containsExactly(
                        tuple(Kind.NULLABLE, "product_name"), tuple(Kind.NULLABLE, "stock"), tuple(Kind.NULLABLE, "s"));
        StepVerifier.create(orm.verifySql().map(SqlReport::requireClean))
                .verifyErrorSatisfies(
                        error -> assertThat(error)
                                .isInstanceOf(SchemaMismatchException.class)
                                .hasMessageStartingWith(
                                        "The database does not agree with the SQL in 3 places:\n"
                                                + "  - column 'product_name' expected no NULL for NameTotal, found a column that can be NULL in: select note"));
    }

    @Test
    void whatAnOuterJoinFindsNothingForCanBeNull() {
        assumeThat(orm.sql("select current_setting('server_version_num')::int")
                        .as(Integer.class)
                        .one()
                        .block())
                .isGreaterThanOrEqualTo(160_000);
        orm.sql("select p.id, c.name from categories c left join products p on p.category_id = c.id")
                .map(row -> row.getLong("id") + row.require("name", String.class));
        orm.sql(
                        "with c as (select id as \"a {b\", name from categories) select c.name as \"n :targetList (\", p.name"
                                + " from c right join (select id, name from products) p on p.id = c.\"a {b\" where c.name <> '} {'")
                .map(row -> row.require(0, String.class) + row.require(1, String.class));
        assertThat(verified().differences())
                .extracting(SqlDifference::kind, SqlDifference::column)
                .containsExactly(tuple(Kind.NULLABLE, "id"), tuple(Kind.NULLABLE, "n :targetList ("));
    }

    @Test
    void jsonThatCannotBeMadeUpEndsTheCheck() {
        orm.sql(
                        "select id, name, stock, status, status as mandatory, grade, labels, sizes, details, price, since from products")
                .as(VerifiedRow.class);
        SqlReport report = verified();
        assertThat(report.unchecked())
                .singleElement()
                .asString()
                .startsWith("VerifiedRow does not take made-up values (Column 'details' holds JSON")
                .contains("only 9 of 11 columns");
        assertThat(report.differences())
                .extracting(SqlDifference::column)
                .containsExactly("labels", "sizes", "details");
    }

    @Test
    void whatCannotBeCheckedIsSaid() {
        orm.sql("create table later (id int)").execute();
        orm.sql("with gone as (delete from marks returning id) select count(*) from gone")
                .as(Long.class);
        orm.sql("select id from products").map(row -> {
            if (row.getLong(0) == 1) {
                throw new IllegalArgumentException("not one");
            }
            return row;
        });
        SqlReport report = verified();
        assertThat(report.isClean()).isTrue();
        assertThat(report.unchecked()).hasSize(3);
        assertThat(report.unchecked().get(0)).startsWith("it is no query, in: create table later");
        assertThat(report.unchecked().get(1))
                .startsWith("row does not take made-up values (not one), so that only 1 of 1 columns were seen");
        assertThat(report.unchecked().get(2)).startsWith("the server does not describe its columns: ");
    }

    @Test
    void aStatementIsKnownOnceAndOnlyWhenItIsComplete() {
        for (int i = 0; i < 3; i++) {
            orm.sql("select id from products where id = :id")
                    .bind("id", (long) i)
                    .as(Long.class);
        }
        orm.sql("select id from products where id = :id").as(Long.class);
        orm.sql("select id from products where :f")
                .bind("f", "products", Condition.always())
                .as(Long.class);
        orm.sql("select id from products where id = :id").bind("id", 1L).map(row -> row.getLong(0));
        assertThat(verified().statements()).isEqualTo(3);
        assertThat(database.statements().list())
                .noneSatisfy(sent -> assertThat(sent.sql()).startsWith("select id from products"));
    }

    @Test
    void aStatementThatCannotBeSentFailsItsSubscriberOnly() {
        var unencodable = orm.sql("select :v").bind("v", "\0").as(String.class);
        var unbound = orm.sql("select :v").as(String.class);
        assertThat(verified().statements()).isZero();
        StepVerifier.create(unencodable.one()).verifyError(InvalidValueException.class);
        StepVerifier.create(unbound.one()).verifyError(InvalidQueryException.class);
    }

    @Test
    void itLeavesNothingBehind() {
        orm.sql("select id from products").as(Long.class);
        verified();
        assertThat(verified().isClean()).isTrue();
        assertThat(orm.sql("select count(*) from pg_proc where proname like 'reactive_orm%'")
                        .as(Long.class)
                        .one()
                        .block())
                .isZero();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNoDifference() {
        ReactiveOrm nowhere = ReactiveOrm.builder(
                        ConnectionPools.connect("r2dbc:postgresql://nobody@127.0.0.1:1/nothing"))
                .rememberingSql()
                .build();
        nowhere.sql("select 1").as(Integer.class);
        StepVerifier.create(nowhere.verifySql()).verifyError(ConnectionLostException.class);
    }

    @Test
    void whatTheDriverRefusesIsADifference() {
        orm.sql("select E'\\':a' || :a").bind("a", "x").as(String.class);
        assertThat(verified().differences())
                .singleElement()
                .extracting(SqlDifference::kind)
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void aTransactionIsNoPlaceForIt() {
        orm.sql("select 1").as(Integer.class);
        StepVerifier.create(orm.transaction(orm.verifySql())).verifyError(InvalidQueryException.class);
        assertThat(verified()).hasToString("The database agrees with 1 SQL statement.");
    }

    @Test
    void onlyWhoRemembersCanVerify() {
        ReactiveOrm forgetful = ReactiveOrm.create(database.connections());
        forgetful.sql("select 1").as(Integer.class);
        StepVerifier.create(forgetful.verifySql())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidQueryException.class)
                        .hasMessageContaining("rememberingSql()"));
    }

    private SqlReport verified() {
        return orm.verifySql().block();
    }
}

package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.SqlSpec;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotUniqueException;
import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.SqlFragment;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** Lists and pieces of SQL in the places of parameters. */
@Timeout(60)
class SqlPartsIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private ReactiveOrm orm;

    @BeforeEach
    void fill() {
        orm = database.orm();
        if (orm.find(PRODUCT).count().block() == 0) {
            Stock.fill(orm);
        }
    }

    @Test
    void aCollectionIsAList() {
        assertThat(ids("id in (:v)", List.of(4L, 1L, 9L))).containsExactly(1L, 4L);
        assertThat(ids("id NOT IN (:v)", Set.of(4L, 1L))).containsExactly(2L, 3L, 5L);
        assertThat(ids("id in (:v)", List.of())).isEmpty();
        assertThat(ids("id not in (:v)", List.of())).hasSize(5);
        assertThat(ids("id in (:v)", 3L)).containsExactly(3L);
        assertThat(ids("id in (:v)", null)).isEmpty();
        assertThat(ids("not name in (:v) and id < 4", List.of("claw"))).containsExactly(2L, 3L);
        assertThat(ids("id in (select * from unnest(:v))", List.of(2L))).containsExactly(2L);
    }

    @Test
    void aListIsOfTheTypeOfItsElements() {
        assertThat(ids("status in (:v)", List.of(Status.RETIRED, Status.ACTIVE)))
                .containsExactly(1L, 3L);
        assertThat(ids("grade in (:v)", List.of(Grade.BEST, Grade.GOOD))).containsExactly(1L, 3L);
        assertThat(ids("grade not in (:v)", List.of(Grade.BEST, Grade.GOOD))).containsExactly(4L);
        assertThat(ids("id in (:v)", List.of(1, 2))).containsExactly(1L, 2L);
        assertThat(ids("labels && :v and 'b' in (:v2)", List.of("a"), "b")).containsExactly(1L, 4L, 5L);
    }

    @Test
    void aListOfAnyLengthIsOneTextAndOneParameter() {
        Set<Long> many = new HashSet<>();
        for (long i = 3; i < 100_000; i++) {
            many.add(i);
        }
        database.statements().clear();
        assertThat(ids("id in (:v)", many)).containsExactly(3L, 4L, 5L);
        assertThat(ids("id in (:v)", List.of(3L))).containsExactly(3L);
        assertThat(database.statements().list().stream()
                        .map(ExecutedStatement::sql)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void rowsInAListAreColumnsSideBySide() {
        assertThat(catchThrowable(() -> ids("(id, stock) in (:v)", List.of(List.of(1L, 5L)))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("unnest(:as, :bs)");
        assertThat(ids("(id, stock) in (select * from unnest(:v, :v2))", List.of(1L, 4L), List.of(5, 6)))
                .containsExactly(1L);
    }

    @Test
    void aConditionIsOnTheRowsOfItsAlias() {
        Condition<Product> filter =
                Condition.all(List.of(PRODUCT.stock.gte(5), PRODUCT.name.contains("a"), Condition.always()));
        assertThat(filtered("p", filter)).containsExactly("claw", "chain\\saw");
        assertThat(filtered("p", PRODUCT.id.eq(2L).or(PRODUCT.grade.eq(Grade.BEST))))
                .containsExactly("sledge", "Hand_saw");
        assertThat(filtered("p", Condition.always())).hasSize(5);
        assertThat(filtered("p", Condition.never())).isEmpty();
        assertThat(filtered("p", Condition.sql("p.id % ? = 0", 2))).containsExactly("sledge", "chain\\saw");
        assertThat(filtered(
                        "p", PRODUCT.id.in(List.of(1L, 5L)).not().and(Condition.sql("length(?) < 7", PRODUCT.name))))
                .containsExactly("sledge");
    }

    @Test
    void aSubqueryOfAConditionHidesNoTableOfTheStatement() {
        for (String alias : List.of("t0", "T0", "t1", "p")) {
            assertThat(filtered(alias, PRODUCT.marks.some(Mark_.MARK.name.eq("sale"))))
                    .containsExactly("claw", "sledge");
        }
    }

    @Test
    void aValueInAFragmentIsNeverSql() {
        assertThat(filtered("p", PRODUCT.name.eq("x' or true --"))).isEmpty();
        SqlFragment hostile = SqlFragment.of("p.name = ?", "x' or true --");
        assertThat(orm.sql("select p.id from products p where :filter")
                        .bind("filter", hostile)
                        .as(Long.class)
                        .all()
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void columnsAndOrdersAreChosenAtRunTime() {
        assertThat(ordered(List.of(PRODUCT.stock.desc().nullsLast(), PRODUCT.name.asc())))
                .containsExactly(5L, 4L, 1L, 3L, 2L);
        assertThat(ordered(List.of(PRODUCT.marks.count().desc(), PRODUCT.id.desc())))
                .containsExactly(1L, 4L, 2L, 5L, 3L);
        assertThat(orm.sql("select max(:column) from products p")
                        .bind("column", "p", PRODUCT.column("stock"))
                        .as(Integer.class)
                        .one()
                        .block())
                .isEqualTo(7);
        assertThat(orm.sql("select sum(:column) from products")
                        .bind("column", "products", PRODUCT.stock)
                        .as(Long.class)
                        .one()
                        .block())
                .isEqualTo(17);
    }

    @Test
    void aFragmentBringsItsOwnValues() {
        List<SqlFragment> joins = new ArrayList<>();
        joins.add(SqlFragment.of("join product_marks pm on pm.product_id = p.id"));
        joins.add(SqlFragment.of("join marks m on m.id = pm.mark_id and m.name = ?", "sale"));
        assertThat(orm.sql("select p.id from products p :joins where p.id > :least order by 1")
                        .bind("least", 1L)
                        .bind("joins", SqlFragment.join(" ", joins))
                        .as(Long.class)
                        .all()
                        .collectList()
                        .block())
                .containsExactly(2L);
    }

    @Test
    void aFragmentThatChangesRowsIsTreatedAsAChange() {
        SqlFragment change = SqlFragment.of("with changed as (update marks set name = name || ? returning id)", "!");
        StepVerifier.create(orm.sql(":change select id from changed")
                        .bind("change", change)
                        .map(Function.identity()::apply)
                        .one())
                .verifyError(NotUniqueException.class);
        assertThat(orm.find(Mark_.MARK)
                        .where(Mark_.MARK.name.endsWith("!"))
                        .count()
                        .block())
                .isZero();
    }

    @Test
    void whatCannotBePutInPlaceIsRefusedWhenItIsBound() {
        SqlSpec sql = orm.sql("select 1 from products p where :f");
        for (String alias : List.of("p where true --", "\"p\"", "", "p.q", "1p")) {
            assertThat(catchThrowable(() -> sql.bind("f", alias, Condition.<Product>always())))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("is no alias");
        }
        assertThat(catchThrowable(() -> sql.bind("f", "p", List.<Order<Product>>of())))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("nothing to order by");
        assertThat(catchThrowable(() -> sql.bind("f", SqlFragment.of("? > 1", PRODUCT.id))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("\"? > 1\" has a column among its arguments");
        Condition<Product> none = null;
        assertThat(catchThrowable(() -> sql.bind("f", "p", none)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Condition.always()");
        assertThat(catchThrowable(() -> sql.bind("f", "p", Arrays.asList(PRODUCT.id.asc(), null))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("term to order by is null");
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(() -> sql.bind(null, 1), () -> sql.bind(null, "p", PRODUCT.id))) {
            assertThat(catchThrowable(call))
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageStartingWith("The name of a parameter is null.");
        }
        assertThat(catchThrowable(() -> sql.bind("f", null, PRODUCT.id)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("The alias is null.");
        assertThat(database.statements()).isEmpty();
    }

    private List<Long> ordered(List<Order<Product>> order) {
        return orm.sql("select p.id from products p order by :order")
                .bind("order", "p", order)
                .as(Long.class)
                .all()
                .collectList()
                .block();
    }

    private List<String> filtered(String alias, Condition<Product> filter) {
        return orm.sql("select %s.name from products %s where :filter and %s.id > :least order by %s.id"
                        .formatted(alias, alias, alias, alias))
                .bind("filter", alias, filter)
                .bind("least", 0L)
                .as(String.class)
                .all()
                .collectList()
                .block();
    }

    private List<Long> ids(String condition, Object value, Object... more) {
        SqlSpec sql = orm.sql("select id from products where " + condition + " order by id")
                .bind("v", value);
        for (Object each : more) {
            sql = sql.bind("v2", each);
        }
        return sql.as(Long.class).all().collectList().block();
    }
}

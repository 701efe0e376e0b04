package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.FindResults;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.execution.ExecutedStatement;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.JsonExpression;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/** JSON of any form in the column of the products, whose names say what it is. */
class JsonConditionsIT {

    private static final Map<String, String> DOCUMENTS = documents();

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("sql null", null);
        documents.put("json null", "null");
        documents.put("empty", "{}");
        documents.put("null inside", "{\"a\": null}");
        documents.put("text", "{\"a\": \"1\", \"b\": {\"c\": [10, \"x%\", true]}}");
        documents.put("number", "{\"a\": 1, \"b\": {\"c\": [20, \"y\", false]}}");
        documents.put("fraction", "{\"a\": 1.50}");
        documents.put("truth", "{\"a\": true, \"x\": 1}");
        documents.put("array", "[1, \"a\", {\"k\": 2}]");
        documents.put("plain", "\"a\"");
        documents.put("numbered", "{\"0\": {\" -1\": 1, \"\\\"\\\\'\": [1]}}");
        return documents;
    }

    @BeforeAll
    static void fill() {
        database.orm().insert(NewCategory.name("all").id(1)).one().block();
        DOCUMENTS.forEach((name, json) -> {
            database.orm()
                    .insert(NewProduct.name(name).categoryId(1))
                    .one()
                    .then(database.orm()
                            .sql("update products set details = cast(:json as jsonb) where name = :name")
                            .bind("json", json)
                            .bind("name", name)
                            .execute())
                    .block();
        });
    }

    private static ListAssert<String> assertThatMatching(Condition<Product> condition) {
        return assertThat(names(condition));
    }

    /** The name alone, since most of these documents are no {@code Details}. */
    private static List<String> names(Condition<Product> condition) {
        return find(condition).all().collectList().block();
    }

    private static FindResults<String> find(Condition<Product> condition) {
        return database.orm()
                .find(PRODUCT)
                .where(condition)
                .orderBy(PRODUCT.id.asc())
                .select(PRODUCT.name)
                .results();
    }

    private static JsonExpression<Product> a() {
        return PRODUCT.details.path("a");
    }

    @Test
    void theThreeNullsAreKeptApart() {
        assertThatMatching(PRODUCT.details.isNull()).containsExactly("sql null");
        assertThatMatching(PRODUCT.details.isJsonNull()).containsExactly("json null");
        assertThatMatching(a().isJsonNull()).containsExactly("null inside");
        assertThatMatching(a().isMissing()).containsExactly("json null", "empty", "array", "plain", "numbered");
        assertThatMatching(a().exists()).containsExactly("null inside", "text", "number", "fraction", "truth");
    }

    @Test
    void valuesAreComparedWithinTheirType() {
        assertThatMatching(a().asString().eq("1")).containsExactly("text");
        assertThatMatching(a().asNumber().eq(BigDecimal.ONE)).containsExactly("number");
        assertThatMatching(a().asNumber().gt(BigDecimal.ONE)).containsExactly("fraction");
        assertThatMatching(a().asNumber().in(new BigDecimal("1.5"), new BigDecimal("1.0")))
                .containsExactly("number", "fraction");
        assertThatMatching(a().asBoolean().isTrue()).containsExactly("truth");
        assertThatMatching(PRODUCT.details.asString().eq("a")).containsExactly("plain");
        assertThatMatching(a().asString().ne("2")).containsExactly("text");
    }

    @Test
    void pathsGoThroughObjectsAndArrays() {
        assertThatMatching(PRODUCT.details.path("b", "c", 0).asNumber().gte(BigDecimal.TEN))
                .containsExactly("text", "number");
        assertThatMatching(PRODUCT.details.path("b").path("c", -1).asBoolean().isFalse())
                .containsExactly("number");
        assertThatMatching(PRODUCT.details.path("b", "c", 1).asString().contains("%"))
                .containsExactly("text");
        assertThatMatching(PRODUCT.details.path(2, "k").asNumber().eq(new BigDecimal(2)))
                .containsExactly("array");
        assertThatMatching(PRODUCT.details.path("b", "c").arrayLength().eq(3)).containsExactly("text", "number");
        assertThatThrownBy(() -> PRODUCT.details.path("a", 1.5))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Product.details");
    }

    @Test
    void aKeyIsNoPositionAndAPositionIsNoKey() {
        assertThatMatching(PRODUCT.details.path("0").exists()).containsExactly("numbered");
        assertThatMatching(PRODUCT.details.path("0", " -1").exists()).containsExactly("numbered");
        assertThatMatching(PRODUCT.details.path(0).exists()).containsExactly("array");
        assertThatMatching(PRODUCT.details.path(-1, "k").exists()).containsExactly("array");
        assertThatMatching(PRODUCT.details.path("b", "c", "0").exists()).isEmpty();
        assertThatMatching(PRODUCT.details.path("a", 0).exists()).isEmpty();
        assertThatMatching(PRODUCT.details.path(Integer.MIN_VALUE).exists()).isEmpty();
        assertThatMatching(PRODUCT.details.path("0", "\"\\'", 0).asNumber().eq(BigDecimal.ONE))
                .containsExactly("numbered");
    }

    @Test
    void aCursorBelongsToThePathOfItsQuery() {
        String cursor =
                find(PRODUCT.details.path("b", "c").exists()).slice(1).block().next();

        assertThat(find(PRODUCT.details.path("b", "c").exists())
                        .after(cursor, 1)
                        .block()
                        .items())
                .containsExactly("number");
        for (JsonExpression<Product> other : List.of(
                PRODUCT.details.path("b"),
                PRODUCT.details.path("b, c"),
                PRODUCT.details.path("b\".\"c"),
                PRODUCT.details.path("c", "b"))) {
            StepVerifier.create(find(other.exists()).after(cursor, 1))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(InvalidQueryException.class)
                            .hasMessageContaining("does not belong to this query"));
        }
    }

    @Test
    void containmentAndKeys() {
        assertThatMatching(PRODUCT.details.contains(Map.of("a", 1))).containsExactly("number");
        assertThatMatching(PRODUCT.details.path("b", "c").contains(List.of("y")))
                .containsExactly("number");
        assertThatMatching(PRODUCT.details.path("b").equalsJson(Map.of("c", List.of(10, "x%", true))))
                .containsExactly("text");
        assertThatMatching(PRODUCT.details.hasKey("x")).containsExactly("truth");
        assertThatMatching(PRODUCT.details.hasKey("a"))
                .containsExactly("null inside", "text", "number", "fraction", "truth", "array", "plain");
        assertThatMatching(PRODUCT.details.hasAllKeys(List.of("a", "x"))).containsExactly("truth");
        assertThatMatching(PRODUCT.details.hasAnyKey(List.of("b", "x"))).containsExactly("text", "number", "truth");
        assertThatMatching(PRODUCT.details.hasAnyKey(List.of())).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullToLookForIsRefusedForWhatItIs() {
        JsonExpression<Product> json = PRODUCT.details;
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> json.contains(null), () -> json.path("a").equalsJson(null))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage("The JSON to look for in Product.details is null. Find JSON's null with isJsonNull().");
        }
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> json.hasKey(null), () -> json.hasAnyKey(null), () -> json.hasAllKeys(Arrays.asList("a", null)))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessage("A key to look for in Product.details is null. Leave it out.");
        }
    }

    @Test
    void theTextDependsOnNoMoreOfThePathThanWhetherThereAreNumbersInIt() {
        database.statements().clear();
        names(PRODUCT.details.path("a").asString().eq("1"));
        names(PRODUCT.details.path("b", "c").asString().eq("y"));
        names(PRODUCT.details.path("b", "c", 1).asString().eq("y"));
        names(PRODUCT.details.path("0").asString().eq("y"));
        List<String> sql = database.statements().list().stream()
                .map(ExecutedStatement::sql)
                .toList();
        assertThat(sql).hasSize(4);
        assertThat(sql.get(1)).isEqualTo(sql.get(0)).contains("\"details\" #> $1");
        assertThat(sql.get(3)).isEqualTo(sql.get(2)).contains("jsonb_path_query_first(t0_.\"details\", $1::jsonpath");
    }
}

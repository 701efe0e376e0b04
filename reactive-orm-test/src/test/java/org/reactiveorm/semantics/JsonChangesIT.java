package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.semantics.Category_.CATEGORY;
import static org.reactiveorm.semantics.Product_.PRODUCT;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.JsonPath;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** Changes of parts of the JSON in the column of a product. */
class JsonChangesIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres();

    private static ReactiveOrm orm;

    @BeforeAll
    static void fill() {
        orm = database.orm();
        Stock.fill(orm);
    }

    private static JsonPath<Product> at(Object... steps) {
        return PRODUCT.details.path(steps);
    }

    /** What the assignments make of a document; null is NULL. */
    @SafeVarargs
    private static @Nullable String changed(@Nullable String json, Assignment<Product>... assignments) {
        write(json);
        database.statements().clear();
        assertThat(orm.update(PRODUCT).byId(1L).set(assignments).count().block())
                .isEqualTo(1);
        assertThat(database.statements()).hasCount(1).hasNoTransaction();
        return written();
    }

    @SafeVarargs
    private static AbstractStringAssert<?> assertThatChanged(
            @Nullable String json, Assignment<Product>... assignments) {
        return assertThat(changed(json, assignments));
    }

    private static void write(@Nullable String json) {
        orm.sql("update products set details = cast(:json as jsonb) where id = 1")
                .bind("json", json)
                .execute()
                .block();
    }

    private static @Nullable String written() {
        return orm.sql("select coalesce(details::text, 'NULL') from products where id = 1")
                .as(String.class)
                .one()
                .map(text -> text.replace(" ", ""))
                .block();
    }

    private static void assertRefused(String json, Assignment<Product> assignment) {
        write(json);
        StepVerifier.create(orm.update(PRODUCT).byId(1L).set(assignment).count())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessage("The database cannot take a value of Product: cannot set path in scalar (22023)."));
        assertThat(written()).isEqualTo(json);
    }

    @Test
    void aKeyIsSetAndTheOthersStay() {
        assertThatChanged("{\"a\": 1, \"b\": 2}", at("a").to(3)).isEqualTo("{\"a\":3,\"b\":2}");
        assertThatChanged("{\"b\": 2}", at("a").to("x")).isEqualTo("{\"a\":\"x\",\"b\":2}");
        assertThatChanged(
                        "{\"a\": {\"b\": {\"c\": 1, \"d\": 2}}}",
                        at("a", "b", "c").to(true))
                .isEqualTo("{\"a\":{\"b\":{\"c\":true,\"d\":2}}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "{\"a\": null}", "{\"a\": {}}", "{\"a\": {\"b\": null}}", "{\"a\": {\"b\": 7}}"})
    void whatIsMissingOnTheWayIsMade(String json) {
        assertThatChanged(json, at("a", "b").to("x")).isEqualTo("{\"a\":{\"b\":\"x\"}}");
    }

    @Test
    void aColumnThatIsNullBecomesAnObjectOrAnArray() {
        assertThatChanged(null, at("a", "b").to("x")).isEqualTo("{\"a\":{\"b\":\"x\"}}");
        assertThatChanged(null, at(5).to("x")).isEqualTo("[\"x\"]");
        assertThatChanged(null, at("a", 0, "b").to(1)).isEqualTo("{\"a\":[{\"b\":1}]}");
    }

    @Test
    void positionsInArraysAreReplacedOrAddedAtTheEnds() {
        assertThatChanged("{\"a\": [1, 2]}", at("a", 0).to(9)).isEqualTo("{\"a\":[9,2]}");
        assertThatChanged("{\"a\": [1, 2]}", at("a", -1).to(9)).isEqualTo("{\"a\":[1,9]}");
        assertThatChanged("{\"a\": [1, 2]}", at("a", 2).to(9)).isEqualTo("{\"a\":[1,2,9]}");
        assertThatChanged("{\"a\": [1, 2]}", at("a", Integer.MAX_VALUE).to(9)).isEqualTo("{\"a\":[1,2,9]}");
        assertThatChanged("{\"a\": [1, 2]}", at("a", -7).to(9)).isEqualTo("{\"a\":[9,1,2]}");
        assertThatChanged("[[1], [2]]", at(1, 0).to(9)).isEqualTo("[[1],[9]]");
        assertThatChanged("[{\"k\": 1}]", at(0, "k").to(9)).isEqualTo("[{\"k\":9}]");
    }

    @Test
    void keysThatLookLikePositionsAreKeys() {
        assertThatChanged("{\"0\": 1}", at("0").to(2)).isEqualTo("{\"0\":2}");
        assertThatChanged("{}", at("0", "-1").to(2)).isEqualTo("{\"0\":{\"-1\":2}}");
        assertThatChanged("{}", at("it's \"so\"", "a,b{}").to(2)).isEqualTo("{\"it's\\\"so\\\"\":{\"a,b{}\":2}}");
    }

    @Test
    void aWayThroughJsonOfAnotherFormIsAnError() {
        assertRefused("{\"a\":1}", at("a", "b").to(1));
        assertRefused("{\"a\":[1]}", at("a", "b").to(1));
        assertRefused("{\"a\":[1]}", at("a", "0").to(1));
        assertRefused("{\"a\":{\"0\":1}}", at("a", 0).to(1));
        assertRefused("{\"0\":1}", at(0).to(1));
        assertRefused("[1]", at("0").to(1));
        assertRefused("\"text\"", at("a").to(1));
        assertRefused("false", at(0).to(1));
        assertRefused("{\"a\":[{\"b\":1}]}", at("a", 0, "b", "c").toJsonNull());
    }

    @Test
    void valuesOfEveryKindOfJson() {
        assertThatChanged("{}", at("a").to(Map.of("k", List.of(1, "x")))).isEqualTo("{\"a\":{\"k\":[1,\"x\"]}}");
        assertThatChanged("{}", at("a").to(new BigDecimal("1.50"))).isEqualTo("{\"a\":1.50}");
        assertThatChanged("{}", at("a").to(new Details("red", 1, List.of())))
                .isEqualTo("{\"a\":{\"grams\":1,\"parts\":[],\"colour\":\"red\"}}");
        assertThatChanged("{}", at("a").to(JsonMapper.shared().readTree("[null]")))
                .isEqualTo("{\"a\":[null]}");
        assertThatChanged("{}", at("a").to("null")).isEqualTo("{\"a\":\"null\"}");
        assertThatChanged("{\"a\": 1}", at("a").toJsonNull()).isEqualTo("{\"a\":null}");
    }

    @Test
    void valuesComputedFromTheRow() {
        assertThatChanged("{}", at("a").to(PRODUCT.name)).isEqualTo("{\"a\":\"claw\"}");
        assertThatChanged("{}", at("a").to(PRODUCT.stock.plus(1))).isEqualTo("{\"a\":6}");
        assertThatChanged("{}", at("a").to(PRODUCT.labels)).isEqualTo("{\"a\":[\"a\",\"b\"]}");
        assertThatChanged("{}", at("a").to(PRODUCT.since)).isEqualTo("{\"a\":\"2020-02-29\"}");
        assertThatChanged("{}", at("a").to(PRODUCT.category.get(CATEGORY.name))).isEqualTo("{\"a\":\"hammers\"}");
        assertThatChanged("{}", at("a", "n").to(PRODUCT.lines.count())).isEqualTo("{\"a\":{\"n\":2}}");
        assertThatChanged("{\"b\": 1}", at("a").to(PRODUCT.shop.get(Shop_.SHOP.motto)))
                .isEqualTo("{\"a\":null,\"b\":1}");
    }

    @Test
    void removingTakesAwayWhatThePathLeadsTo() {
        assertThatChanged("{\"a\": 1, \"b\": 2}", at("a").remove()).isEqualTo("{\"b\":2}");
        assertThatChanged("{\"a\": null}", at("a").remove()).isEqualTo("{}");
        assertThatChanged("{\"a\": {\"b\": 1}}", at("a", "b").remove()).isEqualTo("{\"a\":{}}");
        assertThatChanged("[1, 2, 3]", at(1).remove()).isEqualTo("[1,3]");
        assertThatChanged("{\"a\": [1, 2, 3]}", at("a", -1).remove()).isEqualTo("{\"a\":[1,2]}");
        assertThatChanged("{\"0\": 1, \"1\": 2}", at("1").remove()).isEqualTo("{\"0\":1}");
    }

    @Test
    void removingWhatIsNotThereChangesNothing() {
        assertThatChanged(null, at("a").remove()).isEqualTo("NULL");
        for (String json : List.of("null", "{}", "[1]", "\"a\"", "{\"b\":{\"a\":1}}", "{\"0\":1}", "5")) {
            assertThatChanged(json, at("a").remove()).isEqualTo(json);
            assertThatChanged(json, at("a", "b").remove()).isEqualTo(json);
            assertThatChanged(json, at("0", "1").remove()).isEqualTo(json);
            assertThatChanged(json, at(3).remove()).isEqualTo(json);
        }
        assertThatChanged("{\"0\": 1}", at(0).remove()).isEqualTo("{\"0\":1}");
        assertThatChanged("[1]", at("0").remove()).isEqualTo("[1]");
    }

    @Test
    void mergingReplacesKeysOfTheFirstLevel() {
        assertThatChanged("{\"a\": {\"x\": 1}, \"b\": 2}", PRODUCT.details.merge(Map.of("a", Map.of("y", 2))))
                .isEqualTo("{\"a\":{\"y\":2},\"b\":2}");
        assertThatChanged("{\"b\": 2}", PRODUCT.details.merge(Map.of())).isEqualTo("{\"b\":2}");
        assertThatChanged(null, PRODUCT.details.merge(Map.of("a", 1))).isEqualTo("{\"a\":1}");
        assertThatChanged("null", PRODUCT.details.merge(Map.of("a", 1))).isEqualTo("{\"a\":1}");
        assertThatChanged("{\"b\": 2}", PRODUCT.details.merge(new Details("red", 1, List.of())))
                .isEqualTo("{\"b\":2,\"grams\":1,\"parts\":[],\"colour\":\"red\"}");
        Map<String, @Nullable Object> withNull = new HashMap<>();
        withNull.put("b", null);
        assertThatChanged("{\"b\": 2}", PRODUCT.details.merge(withNull)).isEqualTo("{\"b\":null}");
        assertThatChanged("{\"a\": {\"x\": 1}}", at("a").merge(Map.of("y", 2))).isEqualTo("{\"a\":{\"x\":1,\"y\":2}}");
        assertThatChanged("{}", at("a", "b").merge(Map.of("y", 2))).isEqualTo("{\"a\":{\"b\":{\"y\":2}}}");
        assertRefused("[1]", PRODUCT.details.merge(Map.of("a", 1)));
        assertRefused("\"a\"", PRODUCT.details.merge(Map.of("a", 1)));
        assertRefused("{\"a\":[1]}", at("a").merge(Map.of("y", 2)));
    }

    @Test
    void changesOfOneColumnAllTakeEffectInTheirOrder() {
        assertThatChanged(
                        "{\"a\": 1, \"b\": 2}",
                        at("c", "d").to(3),
                        at("b").remove(),
                        PRODUCT.note.to("noted"),
                        PRODUCT.details.merge(Map.of("e", 4)))
                .isEqualTo("{\"a\":1,\"c\":{\"d\":3},\"e\":4}");
        assertThatChanged("{}", at("a").to(1), at("a").to(2)).isEqualTo("{\"a\":2}");
        assertThatChanged(
                        "{}", at("a", "b").to(1), at("a").remove(), at("a", "c").to(2))
                .isEqualTo("{\"a\":{\"c\":2}}");
        assertThatChanged(null, at("a").to(1), at("b").to(2), at("c").to(3), at("d").to(4))
                .isEqualTo("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}");
        assertThat(orm.find(PRODUCT).byId(1L).select(PRODUCT.note).one().block())
                .isEqualTo("noted");
    }

    @Test
    void valuesAreThoseOfTheRowAsItWas() {
        assertThatChanged("{\"a\": 1}", at("a").to(5), at("b").to(at("a").asNumber()))
                .isEqualTo("{\"a\":5,\"b\":1}");
    }

    @Test
    void jsonNullIsNotNull() {
        assertThatChanged("{}", PRODUCT.details.toJsonNull()).isEqualTo("null");
        assertThatChanged("{}", PRODUCT.details.to((Details) null)).isEqualTo("NULL");
        write("{}");
        orm.update(PRODUCT).byId(1L).set(PRODUCT.details.toJsonNull()).count().block();
        assertThat(orm.find(PRODUCT)
                        .where(PRODUCT.id.eq(1L), PRODUCT.details.isJsonNull())
                        .exists()
                        .block())
                .isTrue();
    }

    @Test
    void theAnswerIsTheDocumentAsItIsNow() {
        write("{\"colour\": \"red\", \"grams\": 1, \"parts\": []}");
        assertThat(orm.update(PRODUCT)
                        .byId(1L)
                        .set(at("colour").to("blue"), at("parts", 0).to("new"))
                        .one()
                        .block()
                        .details())
                .isEqualTo(new Details("blue", 1, List.of("new")));
    }

    @Test
    void mistakesAreRefusedWhenTheyAreBuilt() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> at("a").to((Object) null),
                () -> at("a").to((Expression<Product, Long>) null),
                () -> at("a").to((Object) CATEGORY.name),
                () -> at("a").to(at("b")),
                () -> at().to(1),
                () -> at().remove(),
                () -> at().toJsonNull(),
                () -> PRODUCT.details.merge(null),
                () -> PRODUCT.details.merge(List.of(1)),
                () -> PRODUCT.details.merge("{}"),
                () -> orm.update(PRODUCT).byId(1L).set(at("a").to(1)).set(PRODUCT.details.to((Details) null)))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("Product.details")
                    .hasMessageContaining(". ");
        }
    }
}

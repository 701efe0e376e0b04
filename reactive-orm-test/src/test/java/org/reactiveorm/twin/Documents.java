package org.reactiveorm.twin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.BooleanExpression;
import org.reactiveorm.query.JsonExpression;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of every type, what is found in it, and every way to ask for it. */
final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static final Domain<JsonNode> JSON = new Domain<>(
            (a, b) -> canonical(a).compareTo(canonical(b)),
            List.of(
                    json("null"),
                    json("true"),
                    json("false"),
                    json("0"),
                    json("-1.50"),
                    json("\"\""),
                    json("\"a\""),
                    json("\"1\""),
                    json("[]"),
                    json("[1, \"a\", null, {\"k\": 2}]"),
                    json("[\"a\", \"a\", [1, 2]]"),
                    json("{}"),
                    json("{\"a\": null}"),
                    json("{\"a\": 1}"),
                    json("{\"a\": 1.0, \"b\": true}"),
                    json("{\"a\": \"x%\", \"b\": {\"c\": [10, \"y\", false]}}"),
                    json("{\"a\": [1, 2], \"0\": \"zero\", \"ä\\\"?\": \"o'neil\"}"),
                    json("{\"a\": false, \"b\": {\"c\": []}}")));

    private static final List<String> KEYS = List.of("a", "b", "c", "0", "", "ä\"?");

    private Documents() {}

    static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    /** Objects by their keys, numbers by their value. */
    private static String canonical(JsonNode json) {
        if (json.isNumber()) {
            BigDecimal number = json.decimalValue();
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (json.isObject()) {
            Map<String, String> fields = new TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), canonical(field.getValue())));
            return fields.toString();
        }
        if (json.isArray()) {
            return json.valueStream().map(Documents::canonical).toList().toString();
        }
        return json.toString();
    }

    /** The places that the tests look at: the document itself and some paths. */
    static <E> List<Place<E>> places(JsonExpression<E> document, Function<E, @Nullable JsonNode> inMemory) {
        Place<E> root = new Place<>(document, inMemory, inMemory);
        return List.of(
                root,
                root.at("a"),
                root.at("b", "c"),
                root.at("b", "c", 0),
                root.at("b", "c", -1),
                root.at(0),
                root.at("0"),
                root.at("b", "c", "0"),
                root.at("a", 0),
                root.at("a", -1),
                root.at(3, "k"),
                root.at(-1, 0),
                root.at(""),
                root.at("ä\"?"),
                root.at("b").at("c", 1),
                root.at("a", 1));
    }

    /**
     * A place in a document.
     *
     * @param json what PostgreSQL looks at
     * @param inMemory what is there, null for SQL NULL and for a place that is missing
     * @param document the whole
     */
    record Place<E>(
            JsonExpression<E> json,
            Function<E, @Nullable JsonNode> inMemory,
            Function<E, @Nullable JsonNode> document) {

        Place<E> at(Object... steps) {
            return new Place<>(json.path(steps), row -> found(inMemory.apply(row), steps), document);
        }

        private static @Nullable JsonNode found(@Nullable JsonNode json, Object... steps) {
            JsonNode place = json;
            for (Object step : steps) {
                place = place == null ? null : child(place, step);
            }
            return place;
        }

        /** A key of an object or a place in an array. */
        private static @Nullable JsonNode child(JsonNode json, Object step) {
            if (step instanceof String key) {
                return json.isObject() ? json.get(key) : null;
            }
            int index = (Integer) step;
            return json.isArray() ? json.get(index < 0 ? json.size() + index : index) : null;
        }

        /** The values that are read there. */
        List<Value<E, E, ?>> values() {
            return List.of(text(), number(), truth(), length());
        }

        Value<E, E, String> text() {
            return new Value<>(json.asString(), read(JsonNode::isString, JsonNode::stringValue), Domain.TEXT);
        }

        Value<E, E, BigDecimal> number() {
            return new Value<>(json.asNumber(), read(JsonNode::isNumber, JsonNode::decimalValue), Domain.DECIMAL);
        }

        Value<E, E, Boolean> truth() {
            BooleanExpression<E> expression = json.asBoolean();
            return new Value<>(expression, read(JsonNode::isBoolean, JsonNode::booleanValue), Domain.FLAG);
        }

        Value<E, E, Integer> length() {
            return new Value<>(json.arrayLength(), read(JsonNode::isArray, JsonNode::size), Domain.WHOLE);
        }

        private <T> Function<E, @Nullable T> read(Function<JsonNode, Boolean> is, Function<JsonNode, T> as) {
            return row -> {
                JsonNode node = inMemory.apply(row);
                return node == null || !is.apply(node) ? null : as.apply(node);
            };
        }

        /** What is asked without an operand. */
        List<Twin<E, E>> states() {
            return List.of(
                    new Twin<>(json.isJsonNull(), unlessAbsent(JsonNode::isNull)),
                    new Twin<>(json.exists(), row -> ThreeValued.of(inMemory.apply(row) != null)),
                    new Twin<>(
                            json.isMissing(),
                            row -> ThreeValued.of(document.apply(row) != null && inMemory.apply(row) == null)));
        }

        /** What is asked with a document. */
        List<Twin<E, E>> comparisons(JsonNode operand) {
            return List.of(
                    new Twin<>(json.contains(operand), unlessAbsent(node -> Documents.contains(node, operand, true))),
                    new Twin<>(json.equalsJson(operand), unlessAbsent(node -> JSON.areEqual(node, operand))));
        }

        /** What is asked about keys. */
        List<Twin<E, E>> keys() {
            List<Twin<E, E>> twins = new ArrayList<>();
            for (String key : KEYS) {
                twins.add(new Twin<>(json.hasKey(key), unlessAbsent(node -> hasKey(node, key))));
            }
            for (List<String> keys : List.of(List.of("a"), List.of("a", "b"), List.of("x", "0", "ä\"?"))) {
                twins.add(new Twin<>(
                        json.hasAnyKey(keys), unlessAbsent(node -> keys.stream().anyMatch(key -> hasKey(node, key)))));
                twins.add(new Twin<>(
                        json.hasAllKeys(keys),
                        unlessAbsent(node -> keys.stream().allMatch(key -> hasKey(node, key)))));
            }
            twins.add(new Twin<>(json.hasAnyKey(List.of()), row -> ThreeValued.FALSE));
            twins.add(new Twin<>(json.hasAllKeys(List.of()), unlessAbsent(node -> true)));
            return twins;
        }

        private Function<E, ThreeValued> unlessAbsent(Function<JsonNode, Boolean> test) {
            return row -> {
                JsonNode node = inMemory.apply(row);
                return node == null ? ThreeValued.UNKNOWN : ThreeValued.of(test.apply(node));
            };
        }
    }

    /** A text is a key of an object, an element of an array, or the document itself (PostgreSQL, chapter 9.16). */
    private static boolean hasKey(JsonNode json, String key) {
        return json.isObject() && json.has(key)
                || json.isArray()
                        && json.valueStream()
                                .anyMatch(each ->
                                        each.isString() && each.stringValue().equals(key))
                || json.isString() && json.stringValue().equals(key);
    }

    /** An array at the top contains also what is in it (PostgreSQL, chapter 8.14.3). */
    private static boolean contains(JsonNode json, JsonNode part, boolean isTop) {
        if (json.isObject() && part.isObject()) {
            return part.properties().stream()
                    .allMatch(field ->
                            json.has(field.getKey()) && contains(json.get(field.getKey()), field.getValue(), false));
        }
        if (json.isArray() && part.isArray()) {
            return part.valueStream()
                    .allMatch(each -> json.valueStream().anyMatch(element -> contains(element, each, false)));
        }
        if (isTop && json.isArray() && part.isValueNode()) {
            return json.valueStream().anyMatch(element -> JSON.areEqual(element, part));
        }
        return json.isValueNode() && part.isValueNode() && JSON.areEqual(json, part);
    }
}

package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Shelf_.SHELF;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.ShelfId;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Property;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.Condition;
import org.reactiveorm.query.EntityRef;
import org.reactiveorm.query.FullText;
import org.reactiveorm.query.Grouped;
import org.reactiveorm.query.Grouping;
import org.reactiveorm.query.Include;
import org.reactiveorm.query.JsonColumn;
import org.reactiveorm.query.Keyset;
import org.reactiveorm.query.Order;
import org.reactiveorm.query.Pair;
import org.reactiveorm.query.Query;
import org.reactiveorm.query.TimeUnit;
import org.reactiveorm.query.Triple;
import org.reactiveorm.query.Window;
import org.reactiveorm.scope.Scopes;
import tools.jackson.databind.JsonNode;

/** The text of a statement follows from the shape of the query alone, so that server and driver prepare few statements. */
class SameTextTest {

    private static final int QUERIES = 1_000;
    private static final SelectRenderer SELECT = new SelectRenderer(Scopes.none());

    /** Queries of one shape, with values made at random. */
    private record Shape(String name, Function<Values, Sql> query) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** Values to compare with. */
    private record Values(Random random) {

        int number() {
            return random.nextInt();
        }

        long id() {
            return random.nextLong();
        }

        int rows() {
            return 1 + random.nextInt(10_000);
        }

        /** Any characters, those that SQL and LIKE know among them. */
        String text() {
            return random.ints(random.nextInt(20), ' ', 0x17f)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .append(List.of("", "'", "%", "\\", "$1", "?", "\"", "--").get(random.nextInt(8)))
                    .toString();
        }

        /** One that does not look like a position in an array, which is looked for in another way. */
        String key() {
            return text() + "k";
        }

        BigDecimal decimal() {
            return new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(6));
        }

        Instant instant() {
            return Instant.ofEpochSecond(random.nextInt());
        }

        /** At least one, and sometimes many. */
        <T> List<T> many(Function<Values, T> make) {
            return IntStream.rangeClosed(0, random.nextInt(1 << random.nextInt(6)))
                    .mapToObj(i -> make.apply(this))
                    .toList();
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(comparisons(), relations(), json(), orders(), windows(), includes(), groups())
                .flatMap(Function.identity());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void aThousandQueriesOfOneShapeHaveOneText(Shape shape) {
        assertThat(texts(shape.query())).hasSize(1);
    }

    private static Set<String> texts(Function<Values, Sql> query) {
        Values values = new Values(new Random(42));
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < QUERIES; i++) {
            texts.add(query.apply(values).text());
        }
        return texts;
    }

    private static Stream<Shape> comparisons() {
        return Stream.of(
                author("eq", v -> AUTHOR.name.eq(v.text())),
                author("ne", v -> AUTHOR.born.ne(v.number())),
                author("gt", v -> AUTHOR.royalties.gt(v.decimal())),
                author("gte", v -> AUTHOR.createdAt.gte(v.instant())),
                author("lt", v -> AUTHOR.id.lt(v.id())),
                author("lte", v -> AUTHOR.version.lte(v.number())),
                author("between", v -> AUTHOR.born.between(v.number(), v.number())),
                author("within", v -> AUTHOR.createdAt.within(v.instant(), v.instant())),
                author("is distinct", v -> AUTHOR.born.isDistinctFrom(v.number())),
                author("is not distinct", v -> AUTHOR.born.isNotDistinctFrom(v.number())),
                author("in", v -> AUTHOR.born.in(v.many(Values::number))),
                author("not in", v -> AUTHOR.name.notIn(v.many(Values::text))),
                author("has id", v -> AUTHOR.hasId(v.id())),
                author("has id in", v -> AUTHOR.hasIdIn(v.many(Values::id))),
                shape(
                        "has composite id in",
                        SHELF,
                        v -> SHELF.hasIdIn(v.many(each -> new ShelfId(each.text(), each.number())))),
                author("pair", v -> Pair.of(AUTHOR.name, AUTHOR.id).gt(v.text(), v.id())),
                author(
                        "pair in",
                        v -> Pair.of(AUTHOR.name, AUTHOR.id).in(v.many(each -> each), Values::text, Values::id)),
                author(
                        "triple",
                        v -> Triple.of(AUTHOR.active, AUTHOR.name, AUTHOR.id).lte(true, v.text(), v.id())),
                author("contains", v -> AUTHOR.name.contains(v.text())),
                author("starts with, ignoring case", v -> AUTHOR.name.startsWithIgnoreCase(v.text())),
                author("equals, ignoring case", v -> AUTHOR.name.eqIgnoreCase(v.text())),
                author("like", v -> AUTHOR.name.like(v.text())),
                author("regular expression", v -> AUTHOR.name.matchesRegex(v.text())),
                author(
                        "full text",
                        v -> FullText.of(AUTHOR.name, AUTHOR.email)
                                .in("english")
                                .matches(v.text())),
                author("array has", v -> AUTHOR.awards.has(v.text())),
                author("array has any", v -> AUTHOR.awards.hasAny(v.many(Values::text))),
                author("array has all", v -> AUTHOR.awards.hasAll(v.many(Values::text))),
                author("array equals", v -> AUTHOR.awards.eq(v.many(Values::text))),
                author("arithmetic", v -> AUTHOR.born.plus(v.number()).gt(v.number())),
                author("or else", v -> AUTHOR.born.orElse(v.number()).eq(v.number())),
                author("length", v -> AUTHOR.name.lower().length().lt(v.number())),
                author(
                        "date in a zone",
                        v -> AUTHOR.createdAt
                                .truncatedTo(
                                        TimeUnit.DAY,
                                        v.random().nextBoolean() ? ZoneId.of("Europe/Berlin") : ZoneId.of("+01:30"))
                                .lt(v.instant())),
                author(
                        "junction",
                        v -> AUTHOR.name
                                .eq(v.text())
                                .or(AUTHOR.born.gt(v.number()).not())),
                author("fragment", v -> Condition.sql("length(?) > ?", AUTHOR.name, v.number())));
    }

    private static Stream<Shape> relations() {
        return Stream.of(
                author("some", v -> AUTHOR.books.some(BOOK.pages.gt(v.number()))),
                author("every", v -> AUTHOR.books.every(BOOK.title.contains(v.text()))),
                author("none", v -> AUTHOR.books.none(BOOK.tags.some(), BOOK.pages.lt(v.number()))),
                author(
                        "count",
                        v -> AUTHOR.books.count(BOOK.pages.gt(v.number())).gte(v.id())),
                author(
                        "aggregate",
                        v -> AUTHOR.books.aggregate(BOOK.pages.sum()).gt(v.id())),
                shape("to-one", BOOK, v -> BOOK.author.is(AUTHOR.name.eq(v.text()))),
                shape("path", BOOK, v -> BOOK.author.get(AUTHOR.born).lt(v.number())));
    }

    /** The steps of a path are one parameter. */
    private static Stream<Shape> json() {
        JsonColumn<Author, JsonNode> document =
                new JsonColumn<>("Author", Property.of("document", "document", ColumnTypes.jsonNode(), author -> null));
        return Stream.of(
                author(
                        "json text",
                        v -> document.path(v.many(Values::key).toArray())
                                .asString()
                                .eq(v.text())),
                author(
                        "json number",
                        v -> document.path("a", v.number()).asNumber().gt(v.decimal())),
                author("json key", v -> document.path(v.key()).hasAnyKey(v.many(Values::text))),
                author("json contains", v -> document.contains(List.of(v.text(), v.number()))));
    }

    private static Stream<Shape> orders() {
        return Stream.of(
                ordered(
                        "order by a computed value",
                        v -> AUTHOR.born.orElse(v.number()).desc()),
                ordered(
                        "order by a count",
                        v -> AUTHOR.books.count(BOOK.pages.gt(v.number())).asc()),
                ordered(
                        "order by sql",
                        v -> AUTHOR.number("abs(? - ?)", AUTHOR.born, v.number())
                                .asc()
                                .nullsLast()));
    }

    private static Shape ordered(String name, Function<Values, Order<Author>> order) {
        return new Shape(name, values -> select(AUTHOR, Query.of(AUTHOR.model()).thenBy(order.apply(values))));
    }

    private static Stream<Shape> windows() {
        SelectList<Author> list = SelectList.properties(AUTHOR.model().properties());
        return Stream.of(
                new Shape("take", v -> select(AUTHOR, window(Window.all().withTake(v.rows())))),
                new Shape("skip", v -> select(AUTHOR, window(Window.all().withSkip(v.rows())))),
                new Shape("skip and take", v -> select(AUTHOR, window(new Window(v.rows(), (long) v.rows())))),
                new Shape("count", v -> SELECT.count(window(new Window(v.rows(), (long) v.rows())), list)),
                new Shape("exists", v -> SELECT.exists(Query.of(AUTHOR.model()).and(AUTHOR.id.eq(v.id())), list)),
                new Shape(
                        "page after the first", v -> SELECT.page(window(new Window(v.rows(), (long) v.rows())), list)));
    }

    private static Query<Author> window(Window window) {
        return Query.of(AUTHOR.model()).thenBy(AUTHOR.id.asc()).within(window);
    }

    private static Stream<Shape> includes() {
        return Stream.of(
                included("include", v -> Include.of(AUTHOR.books.relation())),
                included(
                        "include of some",
                        v -> AUTHOR.books.where(BOOK.pages.gt(v.number()), BOOK.title.in(v.many(Values::text)))),
                included(
                        "include of a part",
                        v -> AUTHOR.books.orderBy(BOOK.id.asc()).skip(v.rows()).take(v.rows())));
    }

    /** Of any number of parents. */
    private static Shape included(String name, Function<Values, Include<Author, Book>> include) {
        SelectList<Book> list = SelectList.properties(BOOK.model().properties());
        return new Shape(
                name,
                values -> new IncludeRenderer(Scopes.none())
                        .related(include.apply(values), list, List.of(List.copyOf(values.many(Values::id)))));
    }

    private static Stream<Shape> groups() {
        var byBorn = AUTHOR.born.plus(1).key();
        return Stream.of(
                grouped(
                        "having",
                        v -> Grouping.by(Query.of(AUTHOR.model()), AUTHOR.born.plus(1))
                                .and(AUTHOR.count().gt(v.id()).and(byBorn.ne(v.number())))),
                grouped(
                        "filtered group",
                        v -> Grouping.by(Query.of(AUTHOR.model()).and(AUTHOR.name.eq(v.text())), AUTHOR.born.plus(1))
                                .and(AUTHOR.count(AUTHOR.active.eq(v.random().nextBoolean()))
                                        .gt(v.id()))
                                .within(new Window(v.rows(), (long) v.rows()))));
    }

    private static Shape grouped(String name, Function<Values, Grouping<Author>> grouping) {
        SelectList<Grouped<Author>> list =
                SelectList.expressions(List.of(AUTHOR.born.plus(1).key(), AUTHOR.royalties.sum()));
        return new Shape(name, values -> new GroupRenderer(Scopes.none()).select(grouping.apply(values), list));
    }

    private static Shape author(String name, Function<Values, Condition<Author>> condition) {
        return shape(name, AUTHOR, condition);
    }

    private static <E> Shape shape(String name, EntityRef<E, ?> entity, Function<Values, Condition<E>> condition) {
        return new Shape(name, values -> select(entity, Query.of(entity.model()).and(condition.apply(values))));
    }

    private static <E> Sql select(EntityRef<E, ?> entity, Query<E> query) {
        return SELECT.select(query, SelectList.properties(entity.model().properties()));
    }

    /** An offset of nothing is not sent. */
    @Test
    void theFirstPageHasATextOfItsOwn() {
        assertThat(texts(v -> select(AUTHOR, window(new Window(v.random().nextInt(3), (long) v.rows())))))
                .hasSize(2);
    }

    /** What comes after a NULL is another range than what comes after a value. */
    @Test
    void cursorsHaveAsManyTextsAsTheirTermsHavePatternsOfNull() {
        Order<Book> pages = BOOK.pages.desc().nullsLast();
        Order<Book> sequel = BOOK.sequelOfId.asc();
        Order<Book> title = BOOK.title.asc();
        Map<List<Order<Book>>, Integer> expected = Map.of(
                List.of(), 1,
                List.of(title), 1,
                List.of(pages), 2,
                List.of(title, pages), 2,
                List.of(pages, sequel), 4,
                List.of(pages, title, sequel), 4,
                List.of(pages, sequel, BOOK.pages.orElse(1).asc()), 8);
        Map<String, Integer> counted = new TreeMap<>();
        Map<String, Integer> allowed = new TreeMap<>();
        expected.forEach((terms, number) -> {
            Keyset<Book> keyset = Keyset.of(BOOK.model(), terms);
            counted.put(terms.toString(), texts(v -> slice(keyset, v)).size());
            allowed.put(terms.toString(), number);
        });
        assertThat(counted).isEqualTo(allowed);
    }

    /** A cursor has a value for each term, or NULL where the term has that. */
    private static Sql slice(Keyset<Book> keyset, Values values) {
        List<@Nullable String> cursor = new ArrayList<>();
        for (Order<Book> term : keyset.order()) {
            boolean isNullable = !(term.expression() instanceof Column<Book, ?> column)
                    || column.property().isNullable();
            cursor.add(isNullable && values.random().nextBoolean() ? null : values.text());
        }
        Query<Book> query = Query.of(BOOK.model())
                .ordered(keyset.order())
                .within(Window.all().withTake(values.rows()));
        SelectList<Book> list = SelectList.properties(BOOK.model().properties());
        List<Condition<Book>> parts = keyset.parts(new Keyset.Place(cursor, Keyset.Bound.EXCLUSIVE));
        return parts.size() == 1 ? SELECT.slice(query.and(parts.get(0)), list) : SELECT.slice(query, parts, list);
    }
}

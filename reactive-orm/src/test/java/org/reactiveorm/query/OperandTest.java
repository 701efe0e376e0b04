package org.reactiveorm.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Shelf_.SHELF;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Book;
import org.reactiveorm.library.ShelfId;
import org.reactiveorm.model.RowValues;

/** What is refused, and what is found by name, before there is any SQL. */
class OperandTest {

    private static final String NO_TEXT = new Supplier<String>() {
        @Override
        @SuppressWarnings("NullAway")
        public String get() {
            return null;
        }
    }.get();

    @Test
    void nullOperandsAreRefusedWithTheWayOut() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> AUTHOR.name.eq(NO_TEXT),
                () -> AUTHOR.name.ne(NO_TEXT),
                () -> AUTHOR.name.gt(NO_TEXT),
                () -> AUTHOR.name.in(Arrays.asList("a", NO_TEXT)),
                () -> AUTHOR.name.notIn("a", NO_TEXT),
                () -> AUTHOR.name.contains(NO_TEXT),
                () -> AUTHOR.awards.has(NO_TEXT))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("Author.")
                    .hasMessageContaining("isNull()");
        }
    }

    @Test
    @SuppressWarnings({"NullAway", "unchecked", "rawtypes"})
    void nullInPlaceOfAnExpressionOrACollectionIsRefused() {
        Expression<Author, Integer> noExpression = (Expression<Author, Integer>) (Expression) null;
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> AUTHOR.born.eq(noExpression),
                () -> AUTHOR.born.ne(noExpression),
                () -> AUTHOR.born.gt(noExpression),
                () -> AUTHOR.born.lte(noExpression),
                () -> AUTHOR.born.between(AUTHOR.born, noExpression),
                () -> AUTHOR.born.in((List<Integer>) null),
                () -> AUTHOR.born.notIn((Integer[]) null),
                () -> AUTHOR.awards.hasAll(null),
                () -> AUTHOR.awards.hasAny(null),
                () -> AUTHOR.born.valueOf(null),
                () -> AUTHOR.born.parse(null))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("Author.")
                    .hasMessageContaining("isNull()");
        }
        assertThatThrownBy(() -> AUTHOR.born.to(noExpression))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Author.born cannot be set to an expression that is null. "
                        + "Set NULL with a value that is null: to((Integer) null).");
        for (ThrowingCallable call :
                List.<ThrowingCallable>of(() -> AUTHOR.hasIdValue(null), () -> SHELF.hasIdValue(null))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining("The id of ")
                    .hasMessageContaining(" is null.");
        }
    }

    @Test
    @SuppressWarnings({"NullAway", "unchecked"})
    void nullInPlaceOfAConditionIsRefused() {
        Condition<Book> none = (Condition<Book>) null;
        Condition<Author> noAuthor = (Condition<Author>) null;
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> AUTHOR.books.some(none),
                () -> AUTHOR.books.every(BOOK.pages.gt(1), none),
                () -> AUTHOR.books.none(none),
                () -> AUTHOR.books.count(none),
                () -> AUTHOR.books.where(none),
                () -> AUTHOR.books.matching(book -> none),
                () -> BOOK.author.is(noAuthor),
                () -> BOOK.author.isNot(noAuthor),
                () -> BOOK.pages.gt(1).and(none),
                () -> BOOK.pages.gt(1).or(none),
                () -> Condition.all(Arrays.asList(none)),
                () -> Condition.any((List<Condition<Book>>) null),
                () -> Condition.none(Arrays.asList(none)))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageStartingWith("A condition is null.");
        }
    }

    @Test
    @SuppressWarnings({"NullAway", "unchecked"})
    void nullInPlaceOfAPartIsRefused() {
        Order<Author> noOrder = null;
        Includable<Author> noRelation = null;
        Assignment<Author> noAssignment = null;
        Query<Author> query = Query.of(AUTHOR.model());
        Update<Author> update = Update.of(AUTHOR.model(), Condition.always());
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> query.thenBy(AUTHOR.name.asc(), noOrder),
                () -> query.thenBy((Order<Author>[]) null),
                () -> BOOK.author.include(noRelation),
                () -> Include.all((Includable<Author>[]) null),
                () -> update.setting(noAssignment),
                () -> update.setting((Assignment<Author>[]) null))) {
            assertThatThrownBy(call)
                    .isInstanceOf(InvalidQueryException.class)
                    .hasMessageContaining(" is null. Leave it out");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullThatIsNotComparedIsRefusedForWhatItIs() {
        refused(() -> AUTHOR.name.orElse(NO_TEXT), "null cannot stand in for the NULL of Author.name. ");
        refused(() -> AUTHOR.name.joined(NO_TEXT), "The separator between texts of Author.name is null. ");
        refused(() -> AUTHOR.name.joined(",", null), "The order of the values of Author.name is null. ");
        refused(() -> AUTHOR.name.collected(null), "The order of the values of Author.name is null. ");
        refused(() -> AUTHOR.name.matches(NO_TEXT), "The search in Author.name is null. ");
        refused(() -> AUTHOR.name.is(null, "x"), "The operator for Author.name is null. ");
        refused(() -> AUTHOR.books.matching(null), "A condition is null. ");
        refused(() -> AUTHOR.draft().set((Assignment<Author>) null), "An assignment is null. ");
        refused(() -> AUTHOR.draft().set((Column<Author, String>) null, "x"), "The column to set is null. ");
        refused(() -> AUTHOR.awards.append(NO_TEXT), "null is no element of Author.awards");
        refused(() -> AUTHOR.awards.prepend(NO_TEXT), "null is no element of Author.awards");
        refused(() -> AUTHOR.awards.remove(NO_TEXT), "null is no element of Author.awards");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsRefusedInEveryCalculation() {
        Integer noNumber = null;
        Expression<Author, Integer> noTerm = null;
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> AUTHOR.born.plus(noNumber),
                () -> AUTHOR.born.minus(noNumber),
                () -> AUTHOR.born.times(noNumber),
                () -> AUTHOR.born.dividedBy(noNumber),
                () -> AUTHOR.born.increment(noNumber),
                () -> AUTHOR.born.plus(noTerm),
                () -> AUTHOR.born.minus(noTerm),
                () -> AUTHOR.born.times(noTerm),
                () -> AUTHOR.born.dividedBy(noTerm),
                () -> AUTHOR.born.toDecimal().plus((Expression<Author, BigDecimal>) null),
                () -> AUTHOR.born.toDouble().minus((Expression<Author, Double>) null))) {
            refused(call, "null cannot be calculated with ");
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullInPlaceOfSqlIsRefused() {
        refused(() -> Condition.sql(null), "The SQL of a fragment is null. ");
        refused(() -> AUTHOR.text(null), "The SQL of a fragment is null. ");
        refused(() -> Condition.sql("true", (Object[]) null), "The arguments of a fragment are null. ");
        refused(() -> AUTHOR.value(null, "1"), "The class that SQL is read into is null. ");
        refused(() -> SqlFragment.join(" ", Arrays.asList((SqlFragment) null)), "A fragment to join is null. ");
        refused(() -> FullText.of(AUTHOR.name).in(null), "The text search configuration is null. ");
    }

    @Test
    void aMiscountedFragmentSaysHowToWriteAQuestionMark() {
        refused(
                () -> Condition.sql("? = 'a?b'", AUTHOR.name),
                "The fragment \"? = 'a?b'\" has 2 placeholders, but 1 argument was given. "
                        + "Each ? is a placeholder, in a literal of the SQL too; a question mark is written ??.");
        refused(() -> Condition.sql("? = 1"), "The fragment \"? = 1\" has 1 placeholder, but 0 arguments were given. ");
        assertThat(SqlFragment.of("? = 'a??b'", AUTHOR.name).parts()).containsExactly("", " = 'a?b'");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class).hasMessageStartingWith(message);
    }

    @Test
    void aListIsTakenAsItIsNow() {
        List<String> awards = new ArrayList<>(List.of("first"));
        Draft<Author> draft = AUTHOR.draft().set(AUTHOR.awards, awards);
        Assignment<Author> assignment = AUTHOR.awards.to(awards);
        Condition<Author> condition = AUTHOR.awards.eq(awards);
        awards.add("later");

        assertThat(draft.values().get(AUTHOR.awards.property())).isEqualTo(List.of("first"));
        assertThat(assignment).isEqualTo(AUTHOR.awards.to(List.of("first")));
        assertThat(condition).isEqualTo(AUTHOR.awards.eq(List.of("first")));
    }

    @Test
    void aListWithANullIsRefusedByName() {
        assertThatThrownBy(() -> AUTHOR.draft().set(AUTHOR.awards, Arrays.asList("a", NO_TEXT)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("'[a, null]' (List) does not fit Author.awards: The list has a null at position 1, "
                        + "but elements of an array column are never NULL. Remove it from the list.");
    }

    @Test
    void aListInPlaceOfOneValueIsRefusedAsAList() {
        refused(
                () -> AUTHOR.column("name").is(Operator.EQ, List.of("a", "b")),
                "'[a, b]' (List) does not fit Author.name: expected String, but got java.util.List");
        Arguments arguments = Arguments.of("Shape", Set.of("names"), Map.of("names", List.of("a", "b")));
        refused(
                () -> arguments.value("names", AUTHOR.name),
                "':names' takes one value to compare Author.name with, not a List. "
                        + "Name a parameter for each value: in (:first, :second).");
    }

    @Test
    void nullForARequiredColumnIsRefused() {
        assertThatThrownBy(() -> AUTHOR.name.to(NO_TEXT))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Author.name must not be null. Give a value, or mark the component @Nullable.");
        assertThat(AUTHOR.born.to((Integer) null).property().name()).isEqualTo("born");
    }

    @Test
    void negativeWindowsAreRefused() {
        assertThatThrownBy(() -> Window.all().withTake(-1))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("take must not be negative, got -1.");
        assertThatThrownBy(() -> AUTHOR.books.skip(-5))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("skip must not be negative, got -5.");
    }

    @Test
    void aRelationIsIncludedOnce() {
        Query<Author> query = Query.of(AUTHOR.model());
        assertThatThrownBy(() -> query.including(Include.all(AUTHOR.books, AUTHOR.books.take(1))))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Author.books is included twice. Combine the two in one include");
    }

    @Test
    void columnsAndRelationsAreFoundByName() {
        assertThat(AUTHOR.column("email")).isSameAs(AUTHOR.email);
        assertThat(AUTHOR.relation("books")).isSameAs(AUTHOR.books);
        assertThat(AUTHOR.columns())
                .extracting(column -> column.property().name())
                .startsWith("id", "email", "name");
        assertThat(AUTHOR.relations()).extracting(Object::toString).containsExactly("Author.books", "Author.contract");
        assertThat(SHELF.column("id.room")).isSameAs(SHELF.id.room);
    }

    @Test
    void unknownNamesListTheKnownOnes() {
        assertThatThrownBy(() -> BOOK.column("titel"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Book has no property 'titel'. It has: id, title, pages, authorId, sequelOfId.");
        assertThatThrownBy(() -> BOOK.relation("x"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Book has no relation 'x'. It has: author, sequelOf, sequels, tags.");
    }

    @Test
    void conditionsByNameEqualTheTypedOnes() {
        assertThat(AUTHOR.column("born").is(Operator.GTE, 1900)).isEqualTo(AUTHOR.born.gte(1900));
        assertThat(AUTHOR.column("id").is(Operator.EQ, 7)).isEqualTo(AUTHOR.id.eq(7L));
        assertThat(AUTHOR.column("name").is(Operator.CONTAINS, "x")).isEqualTo(AUTHOR.name.contains("x"));
        assertThat(AUTHOR.column("id").is(Operator.IN, List.of(1, 2L))).isEqualTo(AUTHOR.id.in(1L, 2L));
        assertThat(AUTHOR.column("born").is(Operator.EQ, null)).isEqualTo(AUTHOR.born.isNull());
        assertThat(AUTHOR.column("born").is(Operator.NE, null)).isEqualTo(AUTHOR.born.isNotNull());
        assertThat(AUTHOR.column("born").assign(null)).isEqualTo(AUTHOR.born.to((Integer) null));
        assertThat(AUTHOR.column("born").parse("1900")).isEqualTo(1900);
        assertThat(AUTHOR.relation("books")
                        .matching(book -> book.column("pages").is(Operator.GT, 9)))
                .isEqualTo(AUTHOR.books.some(BOOK.pages.gt(9)));
    }

    @Test
    void valuesThatDoNotFitAreRefusedByName() {
        assertThatThrownBy(() -> AUTHOR.column("born").is(Operator.EQ, "abc"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("'abc' (String) does not fit Author.born:");
        assertThatThrownBy(() -> AUTHOR.column("born").parse("abc"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageStartingWith("'abc' (String) does not fit Author.born:");
        assertThatThrownBy(() -> AUTHOR.column("born").is(Operator.IN, 7))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("IN on Author.born takes a collection of values.");
        assertThatThrownBy(() -> AUTHOR.column("born").is(Operator.EQ, 5_000_000_000L))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> AUTHOR.column("awards").is(Operator.GT, List.of()))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("GT cannot be used on Author.awards, which has no order.");
        assertThatThrownBy(() -> AUTHOR.hasIdValue("x"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Author.id");
        assertThatThrownBy(() -> SHELF.hasIdValue("x"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("'x' (String) is no id of Shelf, which is a ShelfId.");
        assertThat(SHELF.hasIdValue(new ShelfId("A", 1))).isEqualTo(SHELF.hasId(new ShelfId("A", 1)));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONTAINS", "STARTS_WITH", "ENDS_WITH", "CONTAINS_IGNORE_CASE"})
    void textOperatorsAreForText(Operator operator) {
        assertThatThrownBy(() -> AUTHOR.column("born").is(operator, "1"))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessage("Author.born is not text.");
    }

    @Test
    void uniqueKeysAreRecognised() {
        assertThat(UniqueMatch.isUnique(AUTHOR.model(), AUTHOR.id.eq(1L))).isTrue();
        assertThat(UniqueMatch.isUnique(AUTHOR.model(), AUTHOR.email.eq("x").and(AUTHOR.active.isTrue())))
                .isTrue();
        assertThat(UniqueMatch.isUnique(AUTHOR.model(), AUTHOR.name.eq("x"))).isFalse();
        assertThat(UniqueMatch.isUnique(AUTHOR.model(), AUTHOR.id.eq(1L).or(AUTHOR.id.eq(2L))))
                .isFalse();
        assertThat(UniqueMatch.isUnique(SHELF.model(), SHELF.id.room.eq("A"))).isFalse();
        assertThat(UniqueMatch.isUnique(SHELF.model(), SHELF.hasId(new ShelfId("A", 1))))
                .isTrue();
    }

    @Test
    void aDraftTakesValuesThatTheColumnCanHold() {
        assertThatThrownBy(() -> AUTHOR.draft().set(AUTHOR.name, null))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Author.name must not be null");
        assertThatThrownBy(() -> AUTHOR.draft().set(AUTHOR.born.increment(1)))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("Author.born is computed from a row that does not exist yet");
    }

    @Test
    void aDraftTellsNullFromNothingAndTakesTheLaterValue() {
        Draft<Author> draft = AUTHOR.draft().set(AUTHOR.name, "first").set(AUTHOR.born, null);
        RowValues<Author> values = draft.set(AUTHOR.name.to("second")).values();

        assertThat(values.get(AUTHOR.name.property())).isEqualTo("second");
        assertThat(values.has(AUTHOR.born.property())).isTrue();
        assertThat(values.get(AUTHOR.born.property())).isNull();
        assertThat(values.has(AUTHOR.email.property())).isFalse();
        assertThat(draft.values().get(AUTHOR.name.property())).isEqualTo("first");
    }
}

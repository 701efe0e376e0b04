package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reactiveorm.library.Author_.AUTHOR;
import static org.reactiveorm.library.Shelf_.SHELF;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.NotFoundException;
import org.reactiveorm.error.StaleEntityException;
import org.reactiveorm.library.Author;
import org.reactiveorm.library.Shelf;
import org.reactiveorm.library.ShelfId;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Column;
import org.reactiveorm.query.GivenRows;
import org.reactiveorm.query.UpdateAll;
import org.reactiveorm.scope.Scopes;

/** Entities as values, one statement for any number. */
class GivenRowsSqlTest {

    private static final GivenRowsRenderer RENDERER = new GivenRowsRenderer(Scopes.none());
    private static final Author ANN = author(1, "ann", 3);
    private static final Author BOB = author(2, "bob", 4);
    private static final Shelf SHELF_A = new Shelf(new ShelfId("a", 1), "x", Many.notLoaded("Shelf", "places"));

    private static Author author(long id, String name, int version) {
        return new Author(
                id,
                name + "@x",
                name,
                null,
                true,
                BigDecimal.ONE,
                List.of("p"),
                Instant.EPOCH,
                Instant.EPOCH,
                version,
                Many.notLoaded("Author", "books"),
                One.notLoaded("Author", "contract"));
    }

    @Test
    void updatesRowsThatAreAllThereInTheirVersion() {
        UpdateAll<Author> update =
                UpdateAll.whole(AUTHOR.model(), List.of(ANN, BOB)).only(AUTHOR.born, AUTHOR.name);
        List<Assignment<Author>> made = List.of(AUTHOR.version.increment(1));
        Sql sql = RENDERER.update(update, made);
        assertThat(sql.text())
                .isEqualTo("with i_ as materialized (select i.c0 as c0, i.c1 as c1, i.c2 as c2, i.c3 as c3, i.n from"
                        + " unnest($1::int8[], $2::int4[], $3::int4[], $4::text[]) with ordinality as i(c0, c1, c2, c3, n)),"
                        + " locked_ as materialized (select t0_.\"id\" as c0, t0_.\"version\" as c1 from \"authors\" as t0_"
                        + " join i_ as i on t0_.\"id\" = i.c0 order by t0_.\"id\" for no key update of t0_),"
                        + " missed_ as (select i.n from i_ as i where not exists"
                        + " (select from locked_ as l where l.c0 = i.c0 and l.c1 = i.c1)),"
                        + " changed_ as (update \"authors\" as t0_ set \"born\" = i.c2, \"name\" = i.c3,"
                        + " \"version\" = (t0_.\"version\" + $5) from i_ as i where t0_.\"id\" = i.c0"
                        + " and (select count(*) from missed_) = 0 returning 1)"
                        + " select (select count(*) from changed_), m.first, m.rows"
                        + " from (select min(n) as first, nullif(count(*), 0) as rows from missed_) as m");
        assertThat(sql.parameters())
                .extracting(Sql.Parameter::value)
                .containsExactly(
                        new Long[] {1L, 2L},
                        new Integer[] {3, 4},
                        new Integer[] {null, null},
                        new String[] {"ann", "bob"},
                        1);
    }

    @Test
    void answersTheRowsInTheOrderGiven() {
        UpdateAll<Shelf> update = UpdateAll.whole(SHELF.model(), List.of(SHELF_A));
        assertThat(RENDERER.updateReturning(update, List.of()).text())
                .isEqualTo("with i_ as materialized (select i.c0 as c0, i.c1 as c1, i.c2 as c2, i.n from"
                        + " unnest($1::text[], $2::int4[], $3::text[]) with ordinality as i(c0, c1, c2, n)),"
                        + " locked_ as materialized (select t0_.\"room\" as c0, t0_.\"number\" as c1 from \"store\".\"shelves\""
                        + " as t0_ join i_ as i on t0_.\"room\" = i.c0 and t0_.\"number\" = i.c1"
                        + " order by t0_.\"room\", t0_.\"number\" for no key update of t0_),"
                        + " missed_ as (select i.n from i_ as i where not exists"
                        + " (select from locked_ as l where l.c0 = i.c0 and l.c1 = i.c1)),"
                        + " changed_ as (update \"store\".\"shelves\" as t0_ set \"label\" = i.c2 from i_ as i"
                        + " where t0_.\"room\" = i.c0 and t0_.\"number\" = i.c1 and (select count(*) from missed_) = 0"
                        + " returning t0_.\"room\", t0_.\"number\", t0_.\"label\", i.n as \"n\")"
                        + " select t1_.\"room\", t1_.\"number\", t1_.\"label\", m.first, m.rows"
                        + " from (select min(n) as first, nullif(count(*), 0) as rows from missed_) as m"
                        + " left join changed_ as t1_ on true order by t1_.\"n\"");
    }

    @Test
    void deletesRowsThatAreAllThere() {
        GivenRows<Author> rows = GivenRows.of(AUTHOR.model(), List.of(ANN));
        assertThat(RENDERER.delete(rows).text())
                .contains(" for update of t0_), missed_ as (")
                .contains("changed_ as (delete from \"authors\" as t0_ using i_ as i where t0_.\"id\" = i.c0"
                        + " and (select count(*) from missed_) = 0 returning 1)");
        assertThat(RENDERER.deleteReturning(rows).text())
                .contains("= 0 returning t0_.\"id\", ")
                .endsWith(" left join changed_ as t1_ on true order by t1_.\"n\"");
    }

    @Test
    void theTextDoesNotDependOnTheNumberOfRows() {
        List<Assignment<Author>> made = List.of(AUTHOR.version.increment(1));
        assertThat(RENDERER.updateReturning(UpdateAll.whole(AUTHOR.model(), List.of(ANN)), made)
                        .text())
                .isEqualTo(RENDERER.updateReturning(UpdateAll.whole(AUTHOR.model(), List.of(BOB, ANN)), made)
                        .text());
    }

    @Test
    void aWholeEntityIsItsColumnsWithoutIdMomentsAndVersion() {
        assertThat(UpdateAll.whole(AUTHOR.model(), List.of(ANN)).columns())
                .extracting(property -> property.name())
                .containsExactly("email", "name", "born", "active", "royalties", "awards");
    }

    @Test
    void columnsThatSayWhichRowIsMeantAreNotUpdated() {
        UpdateAll<Author> update = UpdateAll.whole(AUTHOR.model(), List.of(ANN));
        refused(() -> update.only(AUTHOR.id), "Author.id says which row is meant and cannot be updated");
        refused(() -> update.only(AUTHOR.version), "Author.version says which row is meant");
        refused(() -> update.only(AUTHOR.name, AUTHOR.name), "Author.name is to be updated twice.");
        refused(() -> update.only(), "There is no column of Author to update");
        refused(() -> update.only((Column<Author, ?>) null), "A column to update is null.");
        refused(() -> update.only((Column<Author, ?>[]) null), "A column to update is null.");
    }

    @Test
    void entitiesAreCheckedBeforeAnythingIsSent() {
        refused(() -> GivenRows.of(AUTHOR.model(), null), "The collection of entities is null.");
        refused(() -> GivenRows.of(AUTHOR.model(), listOf(ANN, null)), "The Author is null.");
        refused(
                () -> GivenRows.of(AUTHOR.model(), List.of(ANN, BOB, author(1, "again", 9))),
                "Rows 0 and 2 of 3 (counted from 0): Author 1 is given twice. Leave one of them out.");
        refused(
                () -> GivenRows.of(SHELF.model(), List.of(SHELF_A, SHELF_A)),
                "Rows 0 and 1 of 2 (counted from 0): Shelf [a, 1] is given twice.");
        refused(
                () -> UpdateAll.whole(AUTHOR.model(), List.of(ANN, author(2, null, 1), BOB)),
                "Rows 1 and 2 of 3 (counted from 0): Author 2 is given twice");
        refused(
                () -> UpdateAll.whole(
                        SHELF.model(),
                        List.of(SHELF_A, new Shelf(new ShelfId("b", 1), null, Many.notLoaded("Shelf", "places")))),
                "Row 1 of 2 (counted from 0): Shelf.label must not be null. Give a value, or mark the component @Nullable.");
        refused(
                () -> GivenRows.of(
                        SHELF.model(),
                        List.of(new Shelf(new ShelfId(null, 1), "x", Many.notLoaded("Shelf", "places")))),
                "Shelf.id.room is null, so it does not say which row is meant.");
    }

    @Test
    void whatIsMissedNamesTheFirstAndHowMany() {
        GivenRows<Author> versioned = GivenRows.of(AUTHOR.model(), List.of(ANN, BOB));
        assertThat(versioned.missed(1, 1))
                .isInstanceOf(StaleEntityException.class)
                .hasMessage("Author 2 has been changed or deleted since version 4 was read."
                        + " Read it again and repeat the change. 1 of the 2 rows are stale; none was changed.");
        GivenRows<Shelf> unversioned = GivenRows.of(SHELF.model(), List.of(SHELF_A));
        assertThat(unversioned.missed(0, 1))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("There is no Shelf with id [a, 1]. Nothing was changed.");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(InvalidQueryException.class).hasMessageContaining(sentence);
    }

    @SafeVarargs
    private static <T> List<T> listOf(@Nullable T... values) {
        return Arrays.asList(values);
    }
}

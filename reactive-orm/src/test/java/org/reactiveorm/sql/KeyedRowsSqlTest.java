package org.reactiveorm.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.library.Book_.BOOK;
import static org.reactiveorm.library.Shelf_.SHELF;
import static org.reactiveorm.library.Tag_.TAG;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactiveorm.library.Book;
import org.reactiveorm.model.JoinTable;
import org.reactiveorm.model.Property;
import org.reactiveorm.model.Relation;
import org.reactiveorm.model.Table;
import org.reactiveorm.query.Assignment;
import org.reactiveorm.query.Condition;
import org.reactiveorm.scope.Scopes;
import org.reactiveorm.sql.KeyedRows.Column;

/** Changes of related rows, one statement for any number of parents and rows. */
class KeyedRowsSqlTest {

    private static final KeyedRowsRenderer RENDERER = new KeyedRowsRenderer(Scopes.none());
    private static final JoinRowsRenderer LINKS = new JoinRowsRenderer();
    private static final JoinTable BOOK_TAGS =
            new JoinTable(Table.of("book_tags"), List.of("book_id"), List.of("tag_name"));

    private static final String ALL =
            "t0_.\"id\", t0_.\"title\", t0_.\"pages\", t0_.\"author_id\", t0_.\"sequel_of_id\"";
    private static final String CHOSEN =
            "unnest($1::int8[], $2::int8[], $3::int4[]) as i(\"k0\", \"k1\", \"k2\") where t0_.\"id\" = i.k0";
    private static final String ITS_OWN = " and t0_.\"sequel_of_id\" = i.k1";
    private static final String SET_PAGES =
            "update \"books\" as t0_ set \"pages\" = $1 from unnest($2::int8[], $3::int4[])"
                    + " as i(\"k0\", \"k1\") where t0_.\"sequel_of_id\" = i.k0";

    private static final Column TWO_BOOKS = column(BOOK.id.property(), 1L, 2L);
    private static final Column TWO_TAGS = column(TAG.name.property(), "a", "b");
    private static final KeyedRows<Book> ALL_SEQUELS = all(BOOK.sequels.relation(), TWO_BOOKS);
    private static final KeyedRows<Book> SEVENTH = sequels(List.of(7L), 1L);

    private static Column column(Property<?, ?> property, @Nullable Object... values) {
        return new Column(property.type(), Arrays.asList(values));
    }

    private static KeyedRows<Book> sequels(List<Long> ids, Long... parents) {
        List<Column> keys =
                List.of(column(BOOK.id.property(), ids.toArray()), column(BOOK.id.property(), (Object[]) parents));
        return new KeyedRows<>(BOOK.model(), List.of(BOOK.id.property()), BOOK.sequels.relation(), keys, ids.size());
    }

    private static <E, C> KeyedRows<C> all(Relation<E, C> relation, Column... keys) {
        return new KeyedRows<>(
                relation.target(),
                List.of(),
                relation,
                List.of(keys),
                keys[0].values().size());
    }

    private static RowChange<Book> setting(Assignment<Book> assignment) {
        return new RowChange<>(ALL_SEQUELS, List.of(), List.of(), List.of(), List.of(assignment), List.of());
    }

    private static List<@Nullable Object> values(Sql sql) {
        return sql.parameters().stream()
                .<@Nullable Object>map(Sql.Parameter::value)
                .toList();
    }

    @Test
    void findsRowsByKeyWithTheNumberOfTheirChoice() {
        KeyedRows<Book> books = new KeyedRows<>(BOOK.model(), List.of(BOOK.id.property()), null, List.of(TWO_BOOKS), 2);
        Sql sql = RENDERER.find(books);
        assertThat(sql.text())
                .isEqualTo("select " + ALL + ", i.k1 from \"books\" as t0_,"
                        + " unnest($1::int8[], $2::int4[]) as i(\"k0\", \"k1\") where t0_.\"id\" = i.k0");
        assertThat(values(sql)).containsExactly(new Long[] {1L, 2L}, new Integer[] {0, 1});
    }

    @Test
    void locksRowsOfTheirParents() {
        Sql sql = RENDERER.lock(SEVENTH);
        assertThat(sql.text())
                .isEqualTo(
                        "select " + ALL + ", i.k2 from \"books\" as t0_, " + CHOSEN + ITS_OWN + " for update of t0_");
        assertThat(values(sql)).containsExactly(new Long[] {7L}, new Long[] {1L}, new Integer[] {0});
        assertThat(RENDERER.lockRelated(ALL_SEQUELS, BOOK.pages.isNull(), List.of(SEVENTH))
                        .text())
                .isEqualTo("select " + ALL
                        + ", i.k1 from \"books\" as t0_, unnest($1::int8[], $2::int4[]) as i(\"k0\", \"k1\")"
                        + " where t0_.\"sequel_of_id\" = i.k0 and not exists (select from unnest($3::int8[], $4::int8[])"
                        + " as k(\"k0\", \"k1\") where t0_.\"id\" = k.k0 and t0_.\"sequel_of_id\" = k.k1)"
                        + " and t0_.\"pages\" is null for update of t0_");
    }

    @Test
    void changesRowsToValuesOfTheirOwnAndToCommonOnes() {
        Sql sql = RENDERER.update(new RowChange<>(
                sequels(List.of(7L, 8L), 1L, 2L),
                List.of(BOOK.title.property()),
                List.of(column(BOOK.title.property(), "x", "y")),
                List.of(),
                List.of(BOOK.pages.increment(1)),
                List.of()));
        assertThat(sql.text())
                .isEqualTo("update \"books\" as t0_ set \"title\" = i.k2, \"pages\" = (t0_.\"pages\" + $1)"
                        + " from unnest($2::int8[], $3::int8[], $4::text[], $5::int4[]) as i(\"k0\", \"k1\", \"k2\", \"k3\")"
                        + " where t0_.\"id\" = i.k0" + ITS_OWN + " returning " + ALL + ", i.k3");
        assertThat(values(sql))
                .containsExactly(
                        1, new Long[] {7L, 8L}, new Long[] {1L, 2L}, new String[] {"x", "y"}, new Integer[] {0, 1});
    }

    @Test
    void removesRowsOfTheirParents() {
        assertThat(RENDERER.delete(SEVENTH).text())
                .isEqualTo("delete from \"books\" as t0_ using " + CHOSEN + ITS_OWN + " returning i.k2");
        assertThat(RENDERER.deleteReturning(SEVENTH).text())
                .isEqualTo("delete from \"books\" as t0_ using " + CHOSEN + ITS_OWN + " returning " + ALL + ", i.k2");
    }

    @Test
    void changesAllThatIsRelatedToTheParents() {
        RowChange<Book> change = setting(BOOK.pages.to(3));
        Sql sql = RENDERER.updateRelated(change, BOOK.pages.isNull());
        assertThat(sql.text()).isEqualTo(SET_PAGES + " and t0_.\"pages\" is null");
        assertThat(values(sql)).containsExactly(3, new Long[] {1L, 2L}, new Integer[] {0, 1});
        assertThat(RENDERER.updateRelatedReturning(change, BOOK.pages.isNull(), List.of())
                        .text())
                .isEqualTo(SET_PAGES + " and t0_.\"pages\" is null returning " + ALL);
    }

    @Test
    void changesWhatIsRelatedButNotKept() {
        Sql sql = RENDERER.updateOthers(setting(BOOK.pages.to(3)), List.of(SEVENTH));
        assertThat(sql.text())
                .isEqualTo(
                        SET_PAGES + " and not exists (select from unnest($4::int8[], $5::int8[]) as k(\"k0\", \"k1\")"
                                + " where t0_.\"id\" = k.k0 and t0_.\"sequel_of_id\" = k.k1)");
        assertThat(values(sql))
                .containsExactly(3, new Long[] {1L, 2L}, new Integer[] {0, 1}, new Long[] {7L}, new Long[] {1L});
    }

    @Test
    void removesAllThatIsRelatedThroughAJoinTable() {
        Sql sql = RENDERER.deleteRelated(all(BOOK.tags.relation(), TWO_BOOKS), TAG.name.startsWith("a"));
        assertThat(sql.text())
                .isEqualTo("delete from \"tags\" as t0_ using unnest($1::int8[], $2::int4[]) as i(\"k0\", \"k1\")"
                        + " where exists (select from \"book_tags\" t1_ where t1_.\"tag_name\" = t0_.\"name\""
                        + " and t1_.\"book_id\" = i.k0) and t0_.\"name\" like $3");
        assertThat(values(sql)).containsExactly(new Long[] {1L, 2L}, new Integer[] {0, 1}, "a%");
    }

    @Test
    void removesAllThatIsRelatedByAKeyOfSeveralColumns() {
        Column rooms = column(SHELF.id.room.property(), "a");
        Column numbers = column(SHELF.id.number.property(), 1);
        Sql sql = RENDERER.deleteRelatedReturning(all(SHELF.places.relation(), rooms, numbers), Condition.always());
        assertThat(sql.text())
                .isEqualTo("delete from \"store\".\"places\" as t0_ using unnest($1::text[], $2::int4[], $3::int4[])"
                        + " as i(\"k0\", \"k1\", \"k2\") where t0_.\"shelf_room\" = i.k0 and t0_.\"shelf_number\" = i.k1"
                        + " returning t0_.\"id\", t0_.\"shelf_room\", t0_.\"shelf_number\", t0_.\"position\"");
    }

    @Test
    void removesLinks() {
        Sql sql = LINKS.delete(BOOK_TAGS, List.of(TWO_BOOKS, TWO_TAGS));
        assertThat(sql.text())
                .isEqualTo("delete from \"book_tags\" as t0_ using unnest($1::int8[], $2::text[]) as i(\"k0\", \"k1\")"
                        + " where t0_.\"book_id\" = i.k0 and t0_.\"tag_name\" = i.k1");
        assertThat(values(sql)).containsExactly(new Long[] {1L, 2L}, new String[] {"a", "b"});
    }

    @Test
    void removesLinksButThoseThatAreKept() {
        Sql sql = LINKS.deleteOthers(BOOK_TAGS, List.of(column(BOOK.id.property(), 1L)), List.of(TWO_BOOKS, TWO_TAGS));
        assertThat(sql.text())
                .isEqualTo("delete from \"book_tags\" as t0_ using unnest($1::int8[]) as i(\"k0\")"
                        + " where t0_.\"book_id\" = i.k0 and not exists (select from unnest($2::int8[], $3::text[])"
                        + " as k(\"k0\", \"k1\") where t0_.\"book_id\" = k.k0 and t0_.\"tag_name\" = k.k1)");
        assertThat(values(sql)).containsExactly(new Long[] {1L}, new Long[] {1L, 2L}, new String[] {"a", "b"});
    }
}

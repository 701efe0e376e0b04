package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;

import io.r2dbc.spi.ConnectionFactories;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactiveorm.ReactiveOrm;
import org.reactiveorm.error.MappingException;
import org.reactiveorm.query.New;
import org.reactiveorm.test.OrmExtension;
import reactor.test.StepVerifier;

/**
 * Includes with a thousand rows, where the driver answers in binary and where it answers in text. Columns have domains as
 * types, which the server answers as their base types.
 */
class ManyRelatedRowsIT {

    private static final int CHILDREN = 1001;

    @RegisterExtension
    static final OrmExtension database =
            OrmExtension.postgres().withSchemaOf(CATEGORY).script("""
                    create domain label as text;
                    create domain number as bigint;
                    alter table categories alter name type label, alter parent_id type number;
                    insert into categories (id, name) overriding system value values (5000, 'root'), (5001, 'leaf');
                    insert into categories (id, name) overriding system value select n, 'empty' || n from generate_series(5002, 5021) n;
                    """);

    @BeforeAll
    static void fill() {
        List<New<Category>> children = IntStream.range(0, CHILDREN)
                .<New<Category>>mapToObj(i -> NewCategory.name(name(i)).parentId(5000L))
                .toList();
        assertThat(database.orm().insertAll(children).count().block()).isEqualTo(CHILDREN);
    }

    private static String name(int i) {
        return i % 3 == 0 ? "{\"%d\", NULL}\\".formatted(i) : "child é %d".formatted(i);
    }

    enum Format {
        BINARY {
            @Override
            ReactiveOrm orm() {
                return database.orm();
            }
        },
        TEXT {
            @Override
            ReactiveOrm orm() {
                return ReactiveOrm.create(ConnectionFactories.get(database.url()));
            }
        };

        abstract ReactiveOrm orm();
    }

    @ParameterizedTest
    @EnumSource
    void relatedRowsKeepTheirOrderAndValues(Format format) {
        List<Category> parents = format.orm()
                .find(CATEGORY)
                .where(CATEGORY.parentId.isNull())
                .orderBy(CATEGORY.id.asc())
                .include(CATEGORY.children.orderBy(CATEGORY.id.desc()).include(CATEGORY.children))
                .all()
                .collectList()
                .block();

        assertThat(parents).hasSize(22).extracting(Category::name).startsWith("root", "leaf", "empty5002");
        assertThat(parents.get(0).children())
                .extracting(Category::name)
                .containsExactlyElementsOf(IntStream.range(0, CHILDREN)
                        .mapToObj(i -> name(CHILDREN - 1 - i))
                        .toList());
        assertThat(parents.get(0).children())
                .allSatisfy(child -> assertThat(child.children().list()).isEmpty());
        assertThat(parents.get(1).children().list()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void rootsKeepTheirOrderToo(Format format) {
        List<Category> all = format.orm()
                .find(CATEGORY)
                .orderBy(CATEGORY.parentId.asc().nullsFirst(), CATEGORY.id.desc())
                .include(CATEGORY.parent)
                .all()
                .collectList()
                .block();

        assertThat(all).hasSize(CHILDREN + 22);
        assertThat(all.subList(0, 22)).extracting(Category::parentId).containsOnlyNulls();
        assertThat(all.subList(22, all.size()))
                .isSortedAccordingTo((a, b) -> Long.compare(b.id(), a.id()))
                .allSatisfy(child -> assertThat(child.parent().get().name()).isEqualTo("root"));
    }

    @ParameterizedTest
    @EnumSource
    void noRootsHaveNoRelatedRows(Format format) {
        StepVerifier.create(format.orm()
                        .find(CATEGORY)
                        .where(CATEGORY.name.eq("nobody"))
                        .include(CATEGORY.children)
                        .all())
                .verifyComplete();
    }

    @ParameterizedTest
    @EnumSource
    void theWindowOfTheRootsHolds(Format format) {
        StepVerifier.create(format.orm()
                        .find(CATEGORY)
                        .where(CATEGORY.parentId.eq(5000L))
                        .orderBy(CATEGORY.id.asc())
                        .skip(199)
                        .take(402)
                        .include(CATEGORY.parent)
                        .all()
                        .map(Category::name)
                        .collectList())
                .expectNext(IntStream.range(199, 601)
                        .mapToObj(ManyRelatedRowsIT::name)
                        .toList())
                .verifyComplete();
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatCannotBeReadIsNamedByItsColumn(Format format) {
        ReactiveOrm orm = format.orm();
        StepVerifier.create(orm.transaction(orm.sql(
                                "alter table categories drop constraint categories_pkey cascade; alter table categories alter id drop identity, alter id drop not null; insert into categories (id, name, parent_id) values (null, 'nameless', 5001)")
                        .execute()
                        .thenMany(orm.find(CATEGORY)
                                .where(CATEGORY.parentId.isNull(), CATEGORY.id.isNotNull())
                                .include(CATEGORY.children)
                                .all())))
                .verifyErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(MappingException.class).hasMessageContaining("'id'"));
    }
}

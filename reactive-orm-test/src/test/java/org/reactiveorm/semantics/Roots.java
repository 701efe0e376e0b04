package org.reactiveorm.semantics;

import static org.reactiveorm.semantics.Category_.CATEGORY;

import java.util.List;
import java.util.stream.LongStream;
import org.reactiveorm.FindSpec;
import org.reactiveorm.ReactiveOrm;

/** The rows that the tests of streams ask for: categories 1 to 10 have no parent, and three children each. */
final class Roots {

    static final String SCRIPT = """
            insert into categories (id, name) overriding system value select n, 'root ' || n from generate_series(1, 10) n;
            insert into categories (id, name, parent_id) overriding system value
            select 100 * p + c, 'child ' || p || '.' || c, p from generate_series(1, 10) p, generate_series(1, 3) c;
            """;

    private Roots() {}

    /** The first so many of those without a parent, the last one first. */
    static FindSpec<Category, Long> roots(ReactiveOrm orm, int number) {
        return orm.find(CATEGORY)
                .where(CATEGORY.parentId.isNull(), CATEGORY.id.lte((long) number))
                .orderBy(CATEGORY.id.desc());
    }

    static List<Long> downFrom(long first, long last) {
        return LongStream.iterate(first, id -> id >= last, id -> id - 1).boxed().toList();
    }
}

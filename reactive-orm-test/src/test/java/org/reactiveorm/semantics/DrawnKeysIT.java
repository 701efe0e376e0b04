package org.reactiveorm.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactiveorm.semantics.Category_.CATEGORY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reactiveorm.test.OrmExtension;

/** Keys that are drawn from a sequence say which new row is which, whichever way the sequence goes. */
class DrawnKeysIT {

    @RegisterExtension
    static final OrmExtension database = OrmExtension.postgres()
            .withSchemaOf(CATEGORY)
            .script("alter table categories alter id set increment by -1 set minvalue -1000 set start 1000 restart");

    @Test
    void childrenGoToTheirOwnParentsWhereTheSequenceDescends() {
        List<Category> parents = database.orm()
                .insertAll(List.of(
                        NewCategory.name("a").children(NewCategory.name("a1"), NewCategory.name("a2")),
                        NewCategory.name("b").children(NewCategory.name("b1"))))
                .include(CATEGORY.children.orderBy(CATEGORY.name.asc()))
                .all()
                .collectList()
                .block();

        assertThat(parents).extracting(Category::name).containsExactly("a", "b");
        assertThat(parents).extracting(Category::id).isSortedAccordingTo((left, right) -> Long.compare(right, left));
        assertThat(parents.get(0).children()).extracting(Category::name).containsExactly("a1", "a2");
        assertThat(parents.get(1).children()).extracting(Category::name).containsExactly("b1");
    }
}

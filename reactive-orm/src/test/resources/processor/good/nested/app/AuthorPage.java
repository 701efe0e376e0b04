package app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Count;
import org.reactiveorm.annotation.From;
import org.reactiveorm.annotation.OrderBy;
import org.reactiveorm.annotation.Shape;
import org.reactiveorm.annotation.Take;
import org.reactiveorm.annotation.Where;

/** Nested: the same relation under several filters, shapes, whole entities and a shape in a class. */
@Shape(of = Author.class)
public record AuthorPage(
        String name,
        Home home,
        @Where("published and (likes >= 3 or likes is null) and not fee between 1 and 2.50 and createdAt > '2020-01-01T00:00:00Z'")
                @OrderBy("createdAt desc nulls last, author.name, count(topics) desc")
                @Take(5)
                List<EssayLine> essays,
        @From("essays") @Where("mood in ('WILD', :mood) and likes = shares and author.boss is null") List<Essay> wild,
        @Nullable Boss boss,
        @Where("id > 0") @Nullable Desk desk,
        @Count("essays") int essayCount) {

    @Shape(of = Author.class)
    record Boss(@From("essays") List<EssayAuthor> papers) {}

    @Shape(of = Essay.class)
    record EssayAuthor(long id, Author author) {}
}

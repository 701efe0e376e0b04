package app;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.Branch;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Fetch;
import org.reactiveorm.query.ShapeModel;
import org.reactiveorm.query.ShapeProvider;

/** How rows become a {@link AuthorPage.EssayAuthor}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class EssayAuthor_ {

    /** What a {@link AuthorPage.EssayAuthor} needs, and its reader. */
    public static final ShapeModel<AuthorPage.EssayAuthor> SHAPE = ShapeModel.nested(AuthorPage.EssayAuthor.class)
            .of(new EntityShape<Essay, AuthorPage.EssayAuthor>("EssayAuthor", Essay.class, Set.of(), EssayAuthor_::fetch));

    private EssayAuthor_() {}

    private static Fetch.Assembly<AuthorPage.EssayAuthor> read(Row row) {
        long c0 = row.getLong(0);
        return related -> new AuthorPage.EssayAuthor(
                c0,
                related.required(0, Author.class));
    }

    /** What is read of a {@link Essay}, with the values of the parameters. */
    public static Fetch<Essay, AuthorPage.EssayAuthor> fetch(Arguments arguments) {
        return new Fetch<>(
                "EssayAuthor",
                List.<Expression<Essay, ?>>of(Essay_.ESSAY.id),
                List.<Branch<Essay, ?, ?>>of(new Branch<>(Essay_.ESSAY.author.asInclude(), Fetch.entity(Author_.AUTHOR))),
                EssayAuthor_::read);
    }

    /** Finds {@link #SHAPE} for the library. */
    public static final class Provider implements ShapeProvider {

        /** Called by the service loader. */
        public Provider() {}

        @Override
        public ShapeModel<?> shape() {
            return SHAPE;
        }
    }
}

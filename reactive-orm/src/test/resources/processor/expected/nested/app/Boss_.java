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

/** How rows become a {@link AuthorPage.Boss}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class Boss_ {

    /** What a {@link AuthorPage.Boss} needs, and its reader. */
    public static final ShapeModel<AuthorPage.Boss> SHAPE = ShapeModel.nested(AuthorPage.Boss.class)
            .of(new EntityShape<Author, AuthorPage.Boss>("Boss", Author.class, Set.of(), Boss_::fetch).with(EssayAuthor_.SHAPE));

    private Boss_() {}

    private static Fetch.Assembly<AuthorPage.Boss> read(Row row) {
        return related -> new AuthorPage.Boss(
                related.list(0, AuthorPage.EssayAuthor.class));
    }

    /** What is read of a {@link Author}, with the values of the parameters. */
    public static Fetch<Author, AuthorPage.Boss> fetch(Arguments arguments) {
        return new Fetch<>(
                "Boss",
                List.<Expression<Author, ?>>of(),
                List.<Branch<Author, ?, ?>>of(new Branch<>(Author_.AUTHOR.essays.asInclude(), EssayAuthor_.fetch(arguments))),
                Boss_::read);
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

package app;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.Branch;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Fetch;
import org.reactiveorm.query.ShapeModel;
import org.reactiveorm.query.ShapeProvider;

/** How rows become a {@link AuthorPage}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class AuthorPage_ {

    /** What a {@link AuthorPage} needs, and its reader. */
    public static final ShapeModel<AuthorPage> SHAPE = ShapeModel.nested(AuthorPage.class)
            .of(new EntityShape<Author, AuthorPage>("AuthorPage", Author.class, Set.of("mood"), AuthorPage_::fetch).with(EssayLine_.SHAPE, Boss_.SHAPE));

    private AuthorPage_() {}

    private static Fetch.Assembly<AuthorPage> read(Row row) {
        String c0 = ColumnTypes.STRING.require(row, 0);
        Home c1 = new Home(ColumnTypes.STRING.require(row, 1), ColumnTypes.STRING.read(row, 2));
        int c6 = row.getInt(3);
        return related -> new AuthorPage(
                c0,
                c1,
                related.list(0, EssayLine.class),
                related.list(1, Essay.class),
                related.one(2, AuthorPage.Boss.class),
                related.one(3, Desk.class),
                c6);
    }

    /** What is read of a {@link Author}, with the values of the parameters. */
    public static Fetch<Author, AuthorPage> fetch(Arguments arguments) {
        return new Fetch<>(
                "AuthorPage",
                List.<Expression<Author, ?>>of(Author_.AUTHOR.name,
                Author_.AUTHOR.home.street,
                Author_.AUTHOR.home.city,
                Author_.AUTHOR.essays.count().toInteger()),
                List.<Branch<Author, ?, ?>>of(new Branch<>(Author_.AUTHOR.essays.where(Essay_.ESSAY.published.isTrue()
                .and(Essay_.ESSAY.likes.gte(3)
                .or(Essay_.ESSAY.likes.isNull()))
                .and(Essay_.ESSAY.fee.gte(Essay_.ESSAY.fee.parse("1")).and(Essay_.ESSAY.fee.lte(Essay_.ESSAY.fee.parse("2.50"))).not())
                .and(Essay_.ESSAY.createdAt.gt(Essay_.ESSAY.createdAt.parse("2020-01-01T00:00:00Z")))).orderBy(Essay_.ESSAY.createdAt.desc().nullsLast(), Essay_.ESSAY.author.get(Author_.AUTHOR.name).asc(), Essay_.ESSAY.topics.count().desc()).take(5), EssayLine_.fetch(arguments)),
                new Branch<>(Author_.AUTHOR.essays.where(Essay_.ESSAY.mood.in(List.of(Essay_.ESSAY.mood.parse("WILD"), arguments.value("mood", Essay_.ESSAY.mood)))
                .and(Essay_.ESSAY.likes.eq(Essay_.ESSAY.shares))
                .and(Essay_.ESSAY.author.is(Author_.AUTHOR.boss.isNotNull()).not())), Fetch.entity(Essay_.ESSAY)),
                new Branch<>(Author_.AUTHOR.boss.asInclude(), Boss_.fetch(arguments)),
                new Branch<>(Author_.AUTHOR.desk.where(Desk_.DESK.id.gt(0)), Fetch.entity(Desk_.DESK))),
                AuthorPage_::read);
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

package app;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.model.ColumnType;
import org.reactiveorm.model.ColumnTypes;
import org.reactiveorm.model.Row;
import org.reactiveorm.query.Arguments;
import org.reactiveorm.query.EntityShape;
import org.reactiveorm.query.Expression;
import org.reactiveorm.query.Fetch;
import org.reactiveorm.query.ShapeModel;
import org.reactiveorm.query.ShapeProvider;
import org.reactiveorm.query.SqlExpression;
import org.reactiveorm.query.SqlFragment;

/** How rows become a {@link EssayLine}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class EssayLine_ {

    private static final ColumnType<Mood> MOOD_TYPE =
            ColumnTypes.textEnum(Mood.class, List.of(Mood.values()), List.of("CALM", "WILD"));

    private static final ColumnType<List<String>> AUTHOR_TAGS_TYPE =
            ColumnTypes.listOf(ColumnTypes.STRING);

    private static final ColumnType<List<String>> NAMES_TYPE =
            ColumnTypes.listOf(ColumnTypes.STRING);

    /** What a {@link EssayLine} needs, and its reader. */
    public static final ShapeModel<EssayLine> SHAPE = ShapeModel.flat(
            EssayLine.class,
            List.of("headline", "author_name", "author_home_street", "author_home_city", "author_home_city", "boss", "mood", "author_tags", "author_boss_id", "topics", "some_topics", "shout", "names"),
            EssayLine_::read)
            .of(new EntityShape<Essay, EssayLine>("EssayLine", Essay.class, Set.of("suffix", "topic"), EssayLine_::fetch));

    private EssayLine_() {}

    private static EssayLine read(Row row) {
        return new EssayLine(
                ColumnTypes.STRING.require(row, 0),
                ColumnTypes.STRING.require(row, 1),
                new Home(ColumnTypes.STRING.require(row, 2), ColumnTypes.STRING.read(row, 3)),
                ColumnTypes.STRING.read(row, 4),
                ColumnTypes.STRING.read(row, 5),
                MOOD_TYPE.read(row, 6),
                AUTHOR_TAGS_TYPE.require(row, 7),
                ColumnTypes.UUID.read(row, 8),
                row.getLong(9),
                ColumnTypes.INTEGER.require(row, 10),
                ColumnTypes.STRING.read(row, 11),
                NAMES_TYPE.require(row, 12));
    }

    /** What is read of a {@link Essay}, with the values of the parameters. */
    public static Fetch<Essay, EssayLine> fetch(Arguments arguments) {
        return Fetch.flat(
                "EssayLine",
                List.<Expression<Essay, ?>>of(Essay_.ESSAY.title,
                Essay_.ESSAY.author.get(Author_.AUTHOR.name),
                Essay_.ESSAY.author.get(Author_.AUTHOR.home.street),
                Essay_.ESSAY.author.get(Author_.AUTHOR.home.city),
                Essay_.ESSAY.author.get(Author_.AUTHOR.home.city),
                Essay_.ESSAY.author.get(Author_.AUTHOR.boss.get(Author_.AUTHOR.name)),
                Essay_.ESSAY.author.get(Author_.AUTHOR.mood),
                Essay_.ESSAY.author.get(Author_.AUTHOR.tags),
                Essay_.ESSAY.author.get(Author_.AUTHOR.bossId),
                Essay_.ESSAY.topics.count(),
                Essay_.ESSAY.topics.count(Topic_.TOPIC.name.ne("a'b")
                .and(Topic_.TOPIC.name.ilike(arguments.value("topic", Topic_.TOPIC.name)))).toInteger(),
                new SqlExpression<Essay, String>(ColumnTypes.STRING, SqlFragment.of("upper(?) || '??' || ? || ? || '{}'", Essay_.ESSAY.title, Essay_.ESSAY.author.get(Author_.AUTHOR.boss.get(Author_.AUTHOR.name)), arguments.value("suffix"))),
                new SqlExpression<Essay, List<String>>(NAMES_TYPE, SqlFragment.of("array[?]", Essay_.ESSAY.author.get(Author_.AUTHOR.name)))),
                EssayLine_::read);
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

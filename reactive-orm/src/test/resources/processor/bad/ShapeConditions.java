package app;
import org.reactiveorm.annotation.*; import org.reactiveorm.model.Many; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable; import java.util.List;
@Entity record Writer(@Id long id, String name, @Nullable Integer age, List<String> tags, @Nullable Long bossId, @BelongsTo(key = "bossId") One<Writer> boss, @HasMany(mappedBy = "writer") Many<Text> texts) {}
@Entity record Text(@Id long id, String title, boolean published, @Nullable Integer likes, byte[] raw, java.time.Instant at, long writerId, @BelongsTo(key = "writerId") One<Writer> writer, Many<Note> notes) {}
@Entity record Note(@Id long id, long textId, @BelongsTo(key = "textId") One<Text> text) {}
@Shape(of = Writer.class) record ShapeConditions(
@From("texts") @Where("") List<Text> empty, //! ORM_SHAPE_WHERE
@From("texts") @Where("publishd") List<Text> unknown, //! ORM_SHAPE_WHERE
@From("texts") @Where("title") List<Text> noBoolean, //! ORM_SHAPE_WHERE
@From("texts") @Where("likes = 'many'") List<Text> type, //! ORM_SHAPE_WHERE
@From("texts") @Where(
"published and likes < title") //! ORM_SHAPE_WHERE
List<Text> property,
@From("texts") @Where("title = :two and raw = :two") List<Text> twoTypes, //! ORM_SHAPE_WHERE
@From("texts") @Where("title = :title and at > :at and likes = :number and id = :number") List<Text> named,
@From("texts") @Where("published = :title") List<Text> twoPlaces, //! ORM_SHAPE_WHERE
@Sql("{:title}") String asGiven,
@From("texts") @OrderBy("") List<Text> noOrder, //! ORM_SHAPE_ORDER
@From("texts") @OrderBy("title up") List<Text> direction, //! ORM_SHAPE_ORDER
@From("texts") @OrderBy("likes nulls") List<Text> nulls, //! ORM_SHAPE_ORDER
@From("texts") @OrderBy("title,") List<Text> comma, //! ORM_SHAPE_ORDER
@From("texts") @OrderBy("count(writer)") List<Text> countOfOne, //! ORM_SHAPE_ORDER
@From("texts") @OrderBy("writer") List<Text> relation, //! ORM_SHAPE_ORDER
@From("texts") @Take(0) List<Text> none, //! ORM_SHAPE_TAKE
@From("texts") @Take(-1) List<Text> negative, //! ORM_SHAPE_TAKE
@Sql("lower({nam})") String unknownName, //! ORM_SHAPE_SQL
@Sql("lower({name)") String open, //! ORM_SHAPE_SQL
@Sql("lower(name})") String closed, //! ORM_SHAPE_SQL
@Sql("'{1,2}'") String braces, //! ORM_SHAPE_SQL
@Sql("{name + 1}") String calculation, //! ORM_SHAPE_SQL
@Sql("{texts.title}") String many, //! ORM_SHAPE_SQL
@Sql(" ") String blank, //! ORM_SHAPE_SQL
@Sql("name") Object unmapped) {} //! ORM_TYPE

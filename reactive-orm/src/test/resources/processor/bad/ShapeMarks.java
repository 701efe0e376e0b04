package app;
import org.reactiveorm.annotation.*; import org.reactiveorm.model.Many; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable; import java.util.List;
@Entity record Writer(@Id long id, @From("x") String name, @Where("title = 'x'") @HasMany(mappedBy = "writer") Many<Text> texts) {} //! ORM_MISPLACED ORM_MISPLACED
@Entity record Text(@Id long id, String title, boolean published, @Nullable Integer likes, byte[] raw, java.time.Instant at, long writerId, @BelongsTo(key = "writerId") One<Writer> writer, Many<Note> notes) {}
@Entity record Note(@Id long id, long textId, @BelongsTo(key = "textId") One<Text> text) {}
record NoShape(@Sql("1") int one) {} //! ORM_MISPLACED
@Shape record OfSql(@Count("texts") long texts) {} //! ORM_MISPLACED
@Shape(of = Writer.class) record ShapeMarks(
@Where("id = 1") long id, //! ORM_MISPLACED
@Sql("1") @From("name") int sql, //! ORM_MISPLACED
@Count("texts") @OrderBy("id") long texts) {} //! ORM_MISPLACED
@Shape(of = Text.class) record OfText(
@Take(1) Writer writer, //! ORM_MISPLACED
@OrderBy("id") @From("title") String title) {} //! ORM_MISPLACED

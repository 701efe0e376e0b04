package app;
import org.reactiveorm.annotation.*; import org.reactiveorm.model.Many; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable; import java.util.List;
@Entity record Writer(@Id long id, String name, @Nullable Integer age, List<String> tags, @Nullable Long bossId, @BelongsTo(key = "bossId") One<Writer> boss, @HasMany(mappedBy = "writer") Many<Text> texts) {}
@Entity record Text(@Id long id, String title, boolean published, @Nullable Integer likes, byte[] raw, java.time.Instant at, long writerId, @BelongsTo(key = "writerId") One<Writer> writer, Many<Note> notes) {}
@Entity record Note(@Id long id, long textId, @BelongsTo(key = "textId") One<Text> text) {}
@Shape(of = Writer.class) record ShapeCycle(String name, @Nullable ShapeCycle boss) {} //! ORM_SHAPE_CYCLE
@Shape(of = Text.class) record A(B writer) {}
@Shape(of = Writer.class) record B(List<A> texts) {} //! ORM_SHAPE_CYCLE
@Shape(of = Writer.class) record UsesThem(List<A> texts) {}

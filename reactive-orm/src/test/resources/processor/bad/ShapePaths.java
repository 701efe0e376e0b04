package app;
import org.reactiveorm.annotation.*; import org.reactiveorm.model.Many; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable; import java.util.List;
@Entity record Writer(@Id long id, String name, @Nullable Integer age, List<String> tags, @Nullable Long bossId, @BelongsTo(key = "bossId") One<Writer> boss, @HasMany(mappedBy = "writer") Many<Text> texts) {}
@Entity record Text(@Id long id, String title, boolean published, @Nullable Integer likes, byte[] raw, java.time.Instant at, long writerId, @BelongsTo(key = "writerId") One<Writer> writer, Many<Note> notes) {}
@Entity record Note(@Id long id, long textId, @BelongsTo(key = "textId") One<Text> text) {}
@Entity record Pair(@Id long id, long homeId, @BelongsTo(key = "homeId") One<Place> home, long homeOfId, @BelongsTo(key = "homeOfId") One<Place> homeOf) {}
@Entity record Place(@Id long id, String ofStreet, String street) {}
@Shape(of = Text.class) record ShapePaths(
String writerNam, //! ORM_SHAPE_COMPONENT
int writerName, //! ORM_SHAPE_TYPE
String writerBossName, //! ORM_SHAPE_TYPE
@From("title") @Nullable String renamed, //! ORM_SHAPE_TYPE
@From("writer.nam") String typo, //! ORM_SHAPE_COMPONENT
@From("notes.id") long many, //! ORM_SHAPE_COMPONENT
@From("") String empty, //! ORM_SHAPE_COMPONENT
@From("writer.") String half, //! ORM_SHAPE_COMPONENT
@From("writer.boss.age") int deep) {} //! ORM_SHAPE_TYPE
@Shape(of = Pair.class) record Ambiguous(String homeOfStreet) {} //! ORM_SHAPE_COMPONENT

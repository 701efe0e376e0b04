package app;
import org.reactiveorm.annotation.*; import org.reactiveorm.model.Many; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable; import java.util.List;
@Entity record Writer(@Id long id, String name, @Nullable Integer age, List<String> tags, @Nullable Long bossId, @BelongsTo(key = "bossId") One<Writer> boss, @HasMany(mappedBy = "writer") Many<Text> texts) {}
@Entity record Text(@Id long id, String title, boolean published, @Nullable Integer likes, byte[] raw, java.time.Instant at, long writerId, @BelongsTo(key = "writerId") One<Writer> writer, Many<Note> notes) {}
@Entity record Note(@Id long id, long textId, @BelongsTo(key = "textId") One<Text> text) {}
@Shape(of = Text.class) record TextCard(String title) {}
@Shape(of = Text.class) class TextClass { String title = ""; } //! ORM_SHAPE
@Shape(of = Text.class) record BrokenCard(String nothing) {} //! ORM_SHAPE_COMPONENT
@Shape(of = Writer.class) record ShapeRelations(
TextCard texts, //! ORM_SHAPE_RELATION
@From("texts") List<Note> otherEntity, //! ORM_SHAPE_RELATION
@From("texts") List<String> noRecord, //! ORM_SHAPE_RELATION
@From("texts") java.util.Set<TextCard> noList, //! ORM_SHAPE_RELATION
@From("texts") List<? extends TextCard> wildcard, //! ORM_SHAPE_RELATION
@From("texts") Many<Text> handle, //! ORM_SHAPE_RELATION
@From("texts") @Nullable List<TextCard> nullable, //! ORM_SHAPE_TYPE
@From("texts") List<@Nullable TextCard> nullableElements, //! ORM_SHAPE_TYPE
@From("texts") List<BrokenCard> brokenElsewhere,
List<Writer> boss) {} //! ORM_SHAPE_RELATION
@Shape(of = Text.class) record TextOwner(
@Nullable Writer writer, //! ORM_SHAPE_TYPE
@From("writer") @Where("age > 3") Writer adult, //! ORM_SHAPE_TYPE
@From("writer.boss") @Nullable Writer deep) {} //! ORM_SHAPE_COMPONENT
@Shape(of = Writer.class) record WithBoss(Writer boss) {} //! ORM_SHAPE_TYPE
@Shape record OfSql(Many<Text> texts) {} //! ORM_SHAPE_RELATION
@Shape(of = Writer.class) record Counts(
@Count("boss") long boss, //! ORM_SHAPE_RELATION
@Count("name") long name, //! ORM_SHAPE_RELATION
@Count("typo") long typo, //! ORM_SHAPE_RELATION
@Count("texts") String text, //! ORM_SHAPE_TYPE
@Count("texts") @Nullable Long nullable, //! ORM_SHAPE_TYPE
@Count("texts") @Where("title > ") long where) {} //! ORM_SHAPE_WHERE

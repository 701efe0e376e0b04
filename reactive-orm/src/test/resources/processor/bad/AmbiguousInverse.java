package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One; import org.reactiveorm.model.Many;
@Entity record AmbiguousInverse(@Id long id,
Many<Note> notes) {} //! ORM_AMBIGUOUS_INVERSE
@Entity record Note(@Id long id, long authorId, long editorId,
@BelongsTo One<AmbiguousInverse> author, @BelongsTo One<AmbiguousInverse> editor) {}

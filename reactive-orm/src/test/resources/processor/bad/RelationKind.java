package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One;
@Entity record Left(@Id long id, long rightId,
One<Right> right) {} //! ORM_RELATION_KIND
@Entity record Right(@Id long id, long leftId, @BelongsTo One<Left> left) {}

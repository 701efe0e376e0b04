package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Embedded; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.HasMany; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One;
@Entity record Misplaced(@Id long id,
@BelongsTo long key, //! ORM_MISPLACED
long parentId,
@HasMany(mappedBy = "x") One<Misplaced> parent, //! ORM_MISPLACED
@Embedded String text) {} //! ORM_MISPLACED

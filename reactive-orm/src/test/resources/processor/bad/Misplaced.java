package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Embedded; import org.reactiveorm.annotation.Column; import org.reactiveorm.annotation.Default; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.HasMany; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One;
@Entity record Misplaced(@Id long id,
@BelongsTo long key, //! ORM_MISPLACED
long parentId,
@HasMany(mappedBy = "x") One<Misplaced> parent, //! ORM_MISPLACED
@Embedded String text, //! ORM_MISPLACED
@Embedded @Default("1") Part part, //! ORM_MISPLACED
long otherId,
@BelongsTo @Column(name = "x") One<Misplaced> other) {} //! ORM_MISPLACED
record Part(@Id long a, //! ORM_MISPLACED
 int b) {}

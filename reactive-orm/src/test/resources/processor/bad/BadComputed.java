package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Computed; import org.reactiveorm.annotation.Default; import org.reactiveorm.annotation.Embedded; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.UpdatedAt; import org.reactiveorm.annotation.Version; import org.reactiveorm.model.One;
@Entity record BadComputed(
@Id @Computed("1") long id, //! ORM_MISPLACED
@Computed(" ") String blank, //! ORM_COMPUTED
@Computed("1") @Default("1") int defaulted, //! ORM_DEFAULT_ON_GENERATED
@Version @Computed("1") int version, //! ORM_MISPLACED
@Computed("id * 2") long otherId,
@BelongsTo(key = "otherId") One<BadComputed> other, //! ORM_COMPUTED
@Computed("1") One<BadComputed> related, //! ORM_MISPLACED
@Embedded @Computed("1") Sum sum) {} //! ORM_MISPLACED
record Sum(int a, @Computed("a") int b) {}
@Entity record ComputedKey(@Id Key id) {}
record Key(int a, @Computed("a") int b) {} //! ORM_MISPLACED

package app;
import java.time.Instant; import org.jspecify.annotations.Nullable; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.SoftDelete; import org.reactiveorm.annotation.UpdatedAt;
@Entity record SoftDeletes(@Id long id,
@SoftDelete Instant always) {} //! ORM_SOFT_DELETE
@Entity record Flags(@Id long id,
@SoftDelete @Nullable Boolean maybe) {} //! ORM_SOFT_DELETE
@Entity record Words(@Id long id,
@SoftDelete String deleted) {} //! ORM_SOFT_DELETE
@Entity record Twice(@Id long id,
@SoftDelete boolean a,
@SoftDelete @Nullable Instant b) {} //! ORM_SOFT_DELETE
@Entity record Both(@Id long id,
@SoftDelete @UpdatedAt @Nullable Instant at) {} //! ORM_MISPLACED
@Entity record IdItself(@Id
@SoftDelete boolean id) {} //! ORM_MISPLACED

package app;
import org.reactiveorm.annotation.CreatedAt; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.UpdatedAt; import org.reactiveorm.annotation.Version;
@Entity record TimestampType(@Id long id,
@CreatedAt String at, //! ORM_TIMESTAMP_TYPE
@UpdatedAt @Version int both) {} //! ORM_MISPLACED

package app; import java.util.List;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable;
@Entity record BadNullable(
@Id @Nullable Long id, //! ORM_NULLABLE
@Nullable int age, //! ORM_NULLABLE
List<@Nullable String> tags, //! ORM_NULLABLE
long parentId,
@BelongsTo @Nullable One<BadNullable> parent) {} //! ORM_NULLABLE

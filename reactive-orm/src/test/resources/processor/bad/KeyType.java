package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One;
@Entity record KeyType(@Id long id, int parentId,
@BelongsTo One<KeyType> parent) {} //! ORM_KEY_TYPE

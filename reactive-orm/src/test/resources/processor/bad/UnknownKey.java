package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One;
@Entity record UnknownKey(@Id long id,
@BelongsTo One<UnknownKey> parent, //! ORM_UNKNOWN_KEY
@BelongsTo(key = "typo") One<UnknownKey> other) {} //! ORM_UNKNOWN_KEY

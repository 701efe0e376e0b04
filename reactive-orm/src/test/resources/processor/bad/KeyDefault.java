package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Default; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable; import org.reactiveorm.annotation.ReferentialAction;
@Entity record KeyDefault(@Id long id, @Default("1") long homeId, long otherId, @Nullable Long restId,
@BelongsTo(onDelete = ReferentialAction.SET_DEFAULT, onUpdate = ReferentialAction.SET_DEFAULT) One<KeyDefault> home,
@BelongsTo(onDelete = ReferentialAction.SET_DEFAULT) One<KeyDefault> other, //! ORM_KEY_DEFAULT
@BelongsTo(onUpdate = ReferentialAction.SET_DEFAULT) One<KeyDefault> rest) {} //! ORM_KEY_DEFAULT

package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable; import org.reactiveorm.annotation.ReferentialAction;
record PairId(long a, long b) {}
@Entity record Pair(@Id PairId id) {}
@Entity record KeyNullability(@Id long id, long a, @Nullable Long b,
@BelongsTo(key = {"a", "b"}) One<Pair> pair, //! ORM_KEY_NULLABILITY
long selfId,
@BelongsTo(onDelete = ReferentialAction.SET_NULL) One<KeyNullability> self, //! ORM_KEY_NULLABILITY
long otherId,
@BelongsTo(onUpdate = ReferentialAction.SET_NULL) One<KeyNullability> other) {} //! ORM_KEY_NULLABILITY

package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id;
@Entity record TwoIds(
@Id long a,
@Id long b) {} //! ORM_TWO_IDS

package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Generated; import org.reactiveorm.annotation.Id;
@Entity record BadGenerated(
@Id @Generated String id, //! ORM_GENERATED
@Generated long other) {} //! ORM_GENERATED
@Entity record BadGenerated2(
@Id @Generated(Generated.By.UUID_V7) long id) {} //! ORM_GENERATED

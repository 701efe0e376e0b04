package app;
import org.reactiveorm.annotation.Default; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Generated; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.Version;
@Entity record DefaultOnGenerated(
@Id @Generated @Default("1") long id, //! ORM_DEFAULT_ON_GENERATED
@Version @Default("1") int version) {} //! ORM_DEFAULT_ON_GENERATED

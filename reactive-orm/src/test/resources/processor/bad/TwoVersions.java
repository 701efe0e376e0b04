package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.Version;
@Entity record TwoVersions(@Id long id,
@Version int a,
@Version int b) {} //! ORM_TWO_VERSIONS

package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.Version;
@Entity record VersionType(@Id long id,
@Version String version) {} //! ORM_VERSION_TYPE

package app;
import java.util.List; import java.util.Map; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.Json;
@Entity record BadIdType(
@Id List<String> id) {} //! ORM_ID_TYPE
@Entity record JsonId(
@Id @Json Map<String, String> id) {} //! ORM_ID_TYPE

package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.Json; import org.reactiveorm.model.One; import org.reactiveorm.model.Many; import java.util.List; import java.util.Map;
@SuppressWarnings("rawtypes") @Entity record RawType(@Id long id,
List raw, //! ORM_RAW_TYPE
List<?> any, //! ORM_RAW_TYPE
Many many, //! ORM_RAW_TYPE
@Json Map map, //! ORM_RAW_TYPE
One<? extends RawType> one) {} //! ORM_RAW_TYPE

package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.Index; import org.reactiveorm.annotation.Unique;
@Entity @Unique({"a", "typo"}) //! ORM_KEY_COMPONENT
@Index //! ORM_KEY_COMPONENT
record KeyComponents(@Id long id,
@Unique("x") String a) {} //! ORM_KEY_COMPONENT

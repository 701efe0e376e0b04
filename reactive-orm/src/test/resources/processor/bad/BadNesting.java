package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id;
class BadNesting {
@Entity private record Secret(@Id long id) {} //! ORM_PRIVATE
@Entity class Inner { @Id long id; } //! ORM_INNER
@Entity record Generic<T>(@Id long id) {} //! ORM_GENERIC
}

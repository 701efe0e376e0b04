package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import java.util.List; import java.util.Set; import java.util.Optional;
record Point(int x) {}
@Entity record UnmappedType(@Id long id,
Thread thread, //! ORM_TYPE
char letter, //! ORM_TYPE
Optional<String> maybe, //! ORM_TYPE
Point point, //! ORM_TYPE
UnmappedType parent, //! ORM_TYPE
Set<String> set, //! ORM_TYPE
List<Thread> threads) {} //! ORM_TYPE

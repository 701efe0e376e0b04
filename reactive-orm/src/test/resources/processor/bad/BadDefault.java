package app;
import org.reactiveorm.annotation.Default; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id;
enum Size { S, M }
@Entity record BadDefault(@Id long id,
@Default("no") boolean flag, //! ORM_DEFAULT
@Default("1.5") int number, //! ORM_DEFAULT
@Default("L") Size size, //! ORM_DEFAULT
@Default("today") java.time.LocalDate date, //! ORM_DEFAULT
@Default("") java.math.BigDecimal amount, //! ORM_DEFAULT
@Default("a\0b") String text) {} //! ORM_DEFAULT

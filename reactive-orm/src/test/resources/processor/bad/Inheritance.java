package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id;
class Parent { long id; }
@Entity class Inheritance extends Parent { @Id long key; } //! ORM_INHERITANCE
@Entity abstract class Abstract { @Id long key; } //! ORM_INHERITANCE

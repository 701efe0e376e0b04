package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id;
@Entity class NoConstructor { @Id long id; //! ORM_CONSTRUCTOR
NoConstructor(long id) { this.id = id; } }
@Entity class PrivateConstructor { @Id long id; //! ORM_CONSTRUCTOR
private PrivateConstructor() {} }
@Entity class Throwing { @Id long id;
Throwing() throws java.io.IOException {} } //! ORM_CONSTRUCTOR
@Entity class ThrowingUnchecked { @Id long id; // is fine
ThrowingUnchecked() throws IllegalStateException {} }

package app;
import org.reactiveorm.annotation.Entity;
@Entity interface NotAClass {} //! ORM_NOT_A_CLASS
@Entity enum NotAClass2 { A } //! ORM_NOT_A_CLASS

package app;
import org.reactiveorm.annotation.Entity;
@Entity record NoId(long key) {} //! ORM_NO_ID

package app;
import org.reactiveorm.annotation.Column; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.Unique;
@Entity(table = "same") record NameClash(@Id long id,
String userName,
@Column(name = "user_name") String other, //! ORM_NAME_CLASH
String entityModel, //! ORM_NAME_CLASH
@Unique(name = "k") String a, @Unique(name = "k") String b) {} //! ORM_NAME_CLASH
@Entity(table = "same") record Same(@Id long id) {} //! ORM_NAME_CLASH
class Outer { @Entity(table = "x")
record Other(@Id long id) {} } //! ORM_NAME_CLASH
@Entity record Other(@Id long id) {}
@Entity record Taken(@Id long id) {} //! ORM_NAME_CLASH
class Taken_ {}

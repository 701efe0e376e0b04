package app;
import org.reactiveorm.annotation.Column; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id;
@Entity(table = "a\0b") //! ORM_NAME
record BadNames(@Id long id,
@Column(name = " ") String blank, //! ORM_NAME
@Column(name = "ctid") String place, //! ORM_NAME
@Column(name = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm") String tooLong) {} //! ORM_NAME

package app;
import org.reactiveorm.annotation.Column; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id;
@Entity record ColumnSizes(@Id long id,
@Column(length = -1) String a, //! ORM_COLUMN_SIZE
@Column(length = 5) int b, //! ORM_COLUMN_SIZE
@Column(precision = 2, scale = 3) java.math.BigDecimal c, //! ORM_COLUMN_SIZE
@Column(precision = 2) long d, //! ORM_COLUMN_SIZE
@Column(scale = 2) java.math.BigDecimal e, //! ORM_COLUMN_SIZE
@Column(type = "text", length = 5) String f) {} //! ORM_COLUMN_SIZE

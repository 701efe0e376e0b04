package app;
import org.reactiveorm.annotation.CreatedAt; import org.reactiveorm.annotation.CreatedBy; import org.reactiveorm.annotation.Default; import org.reactiveorm.annotation.Embedded; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.UpdatedBy; import org.reactiveorm.model.One;
@Entity record BadAudit(
@Id @CreatedBy long id, //! ORM_MISPLACED
@CreatedAt @UpdatedBy String both, //! ORM_MISPLACED ORM_TIMESTAMP_TYPE
@UpdatedBy @Default("x") String defaulted, //! ORM_DEFAULT_ON_GENERATED ORM_TWO_AUDITORS
@CreatedBy Object who, //! ORM_TYPE ORM_TWO_AUDITORS
@Embedded @CreatedBy Author author, //! ORM_MISPLACED
long relatedId,
@CreatedBy One<BadAudit> related) {} //! ORM_MISPLACED
record Author(String name) {}

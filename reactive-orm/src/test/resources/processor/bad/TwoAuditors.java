package app;
import org.reactiveorm.annotation.CreatedBy; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.UpdatedBy;
@Entity record TwoAuditors(@Id long id,
@CreatedBy String creator,
@CreatedBy long creatorId, //! ORM_TWO_AUDITORS
@UpdatedBy String editor,
@UpdatedBy long editorId) {} //! ORM_TWO_AUDITORS

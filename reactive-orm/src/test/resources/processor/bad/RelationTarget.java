package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.Many;
@Entity record RelationTarget(@Id long id,
Many<String> names) {} //! ORM_RELATION_TARGET

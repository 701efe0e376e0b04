package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.Many;
@Entity record ManyToManyUnsaid(@Id long id,
Many<Group> groups) {} //! ORM_MANY_TO_MANY
@Entity record Group(@Id long id,
Many<ManyToManyUnsaid> members) {} //! ORM_MANY_TO_MANY

package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.model.One; import org.reactiveorm.model.Many;
@Entity record MissingInverse(@Id long id,
Many<Leaf> leaves, //! ORM_MISSING_INVERSE
One<Leaf> leaf) {} //! ORM_MISSING_INVERSE
@Entity record Leaf(@Id long id) {}

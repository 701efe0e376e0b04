package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.ManyToMany; import org.reactiveorm.model.Many; import org.reactiveorm.annotation.ReferentialAction;
@Entity record LinkActions(@Id long id,
@ManyToMany(onDelete = ReferentialAction.SET_NULL) Many<Linked> linked) {} //! ORM_JOIN_TABLE
@Entity record Linked(@Id long id,
@ManyToMany(mappedBy = "linked", onUpdate = ReferentialAction.SET_DEFAULT) Many<LinkActions> others) {} //! ORM_JOIN_TABLE

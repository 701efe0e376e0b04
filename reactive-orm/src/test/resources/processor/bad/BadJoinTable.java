package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.ManyToMany; import org.reactiveorm.model.Many;
@Entity record BadJoinTable(@Id long id,
@ManyToMany Many<BadJoinTable> friends, //! ORM_JOIN_TABLE
@ManyToMany(table = "a") Many<Peer> peers, //! ORM_JOIN_TABLE
@ManyToMany(key = {"a", "b"}) Many<Lone> lone, //! ORM_JOIN_TABLE
@ManyToMany(table = "lone") Many<Lone> loners) {} //! ORM_JOIN_TABLE
@Entity record Peer(@Id long id,
@ManyToMany(table = "b") Many<BadJoinTable> others) {} //! ORM_JOIN_TABLE
@Entity record Lone(@Id long id) {}

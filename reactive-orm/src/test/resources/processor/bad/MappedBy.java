package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.HasMany; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.ManyToMany; import org.reactiveorm.model.One; import org.reactiveorm.model.Many;
@Entity record MappedBy(@Id long id,
@HasMany(mappedBy = "typo") Many<Child> children, //! ORM_MAPPED_BY
@ManyToMany(mappedBy = "typo") Many<Child> friends) {} //! ORM_MAPPED_BY
@Entity record Child(@Id long id, long parentId, @BelongsTo One<MappedBy> parent) {}

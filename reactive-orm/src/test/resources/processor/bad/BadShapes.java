package app;
import org.reactiveorm.annotation.BelongsTo; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.Shape; import org.reactiveorm.model.One; import org.jspecify.annotations.Nullable;
@Entity record Thing(@Id long id, String name, @Nullable Integer age, long parentId, @BelongsTo One<Thing> parent) {}
@Shape class NoRecord {} //! ORM_SHAPE
@Shape record NothingOfSql() {} //! ORM_SHAPE
@Shape(of = Thing.class) record NothingOfThing() {} //! ORM_SHAPE
@Shape(of = String.class) record NoEntity(long id) {} //! ORM_SHAPE
@Shape(of = Thing.class) record BadShapes(
int id, //! ORM_SHAPE_TYPE
long typo, //! ORM_SHAPE_COMPONENT
int age, //! ORM_SHAPE_TYPE
@Nullable String name, //! ORM_SHAPE_TYPE
One<Thing> parent) {} //! ORM_SHAPE_RELATION

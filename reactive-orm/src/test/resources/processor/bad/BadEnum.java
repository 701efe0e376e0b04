package app;
import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.EnumValue; import org.reactiveorm.annotation.Id;
enum Twice { @EnumValue("x") A, @EnumValue("x") B }
@Entity record BadEnum(@Id long id,
Twice twice) {} //! ORM_ENUM

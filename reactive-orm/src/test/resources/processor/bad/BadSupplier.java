package app;
import java.util.List; import java.util.function.Supplier; import org.reactiveorm.annotation.Default; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.Generated; import org.reactiveorm.annotation.Id;
@Entity record BadSupplier(
@Id @Generated @Default(supplier = Outer.Longs.class) long id, //! ORM_DEFAULT_ON_GENERATED
@Default(supplier = Outer.Longs.class) int other, //! ORM_DEFAULT
@Default(supplier = String.class) String none, //! ORM_DEFAULT
@Default(supplier = Hidden.class) String hidden, //! ORM_DEFAULT
@Default(supplier = Supplier.class) String raw, //! ORM_DEFAULT
@Default(value = "1", supplier = Outer.Longs.class) long twice, //! ORM_DEFAULT
@Default long nothing, //! ORM_DEFAULT
@Default(supplier = Outer.Lists.class) List<Long> numbers) {} //! ORM_DEFAULT
class Outer {
public static final class Longs implements Supplier<Long> { @Override public Long get() { return 1L; } }
public static final class Lists implements Supplier<List<String>> { @Override public List<String> get() { return List.of(); } }
}
class Hidden implements Supplier<String> { @Override public String get() { return ""; } }

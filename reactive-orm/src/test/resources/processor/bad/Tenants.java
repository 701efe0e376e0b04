package app;
import java.util.List; import org.jspecify.annotations.Nullable; import org.reactiveorm.annotation.Default; import org.reactiveorm.annotation.Embedded; import org.reactiveorm.annotation.Entity; import org.reactiveorm.annotation.HasMany; import org.reactiveorm.annotation.Id; import org.reactiveorm.annotation.TenantId; import org.reactiveorm.annotation.Version; import org.reactiveorm.model.Many;
@Entity record Tenants(@Id long id,
@TenantId @Nullable String maybe, //! ORM_TENANT
@TenantId String second, //! ORM_TENANT
@TenantId List<String> third, //! ORM_TENANT
@TenantId @Version int counted, //! ORM_MISPLACED
@TenantId @Default("x") String filled, //! ORM_DEFAULT_ON_GENERATED
@Embedded @TenantId Home home) {} //! ORM_MISPLACED
record Home(@TenantId String a, //! ORM_MISPLACED
 int b) {}
@Entity record Owned(@Id long id,
@TenantId double weight, //! ORM_TENANT
long tenantsId) {}

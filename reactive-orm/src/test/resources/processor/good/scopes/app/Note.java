package app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.SoftDelete;
import org.reactiveorm.annotation.TenantId;

@Entity
public record Note(@Id long id, @TenantId String tenant, String text, @SoftDelete @Nullable Instant deletedAt) {}

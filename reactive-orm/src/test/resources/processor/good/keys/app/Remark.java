package app;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

@Entity
@Unique(value = {"orderId", "lineNo"}, where = "\"parent_id\" is null")
public record Remark(
        @Id @Generated long id,
        long orderId,
        int lineNo,
        @BelongsTo(key = {"orderId", "lineNo"}) One<OrderLine> line,
        @Nullable Long parentId,
        @BelongsTo One<Remark> parent,
        Many<Remark> children) {}

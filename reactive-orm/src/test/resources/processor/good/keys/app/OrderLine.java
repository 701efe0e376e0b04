package app;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

@Entity
public record OrderLine(
        @Id OrderLineId id,
        @BelongsTo(key = "id.orderId") One<Order> order,
        String article,
        Many<Remark> remarks) {}

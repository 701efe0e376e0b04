package app;

import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

@Entity
public record Receipt(@Id long orderId, @BelongsTo One<Order> order, String text) {}

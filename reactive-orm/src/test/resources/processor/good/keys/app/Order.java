package app;

import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

@Entity(table = "orders")
public record Order(@Id @Generated long id, Many<OrderLine> lines, One<Receipt> receipt) {}

package app;

import java.util.UUID;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.One;

@Entity
public record Desk(@Id int id, @Unique UUID ownerId, @BelongsTo(key = "ownerId") One<Author> owner) {}

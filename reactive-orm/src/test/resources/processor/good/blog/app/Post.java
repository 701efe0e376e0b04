package app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.CreatedAt;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.ManyToMany;
import org.reactiveorm.annotation.ReferentialAction;
import org.reactiveorm.model.Many;
import org.reactiveorm.model.One;

@Entity(table = "posts")
public record Post(
        @Id @Generated long id,
        String title,
        @Nullable String body,
        @CreatedAt Instant createdAt,
        long userId,
        @BelongsTo(key = "userId", onDelete = ReferentialAction.CASCADE) One<User> user,
        Many<Comment> comments,
        @ManyToMany Many<Tag> tags) {}

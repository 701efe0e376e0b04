package app;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.BelongsTo;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.model.One;

@Entity(table = "comments")
public record Comment(
        @Id @Generated long id,
        String text,
        long postId,
        long authorId,
        @Nullable Long editorId,
        @BelongsTo One<Post> post,
        @BelongsTo One<User> author,
        @BelongsTo One<User> editor) {}

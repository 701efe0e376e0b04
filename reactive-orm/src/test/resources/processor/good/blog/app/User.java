package app;

import org.jspecify.annotations.Nullable;
import org.reactiveorm.annotation.Default;
import org.reactiveorm.annotation.Entity;
import org.reactiveorm.annotation.Generated;
import org.reactiveorm.annotation.Id;
import org.reactiveorm.annotation.Unique;
import org.reactiveorm.model.Many;

@Entity(table = "users")
public record User(
        @Id @Generated long id,
        @Unique String username,
        @Unique String email,
        @Nullable Integer age,
        @Default("false") boolean isVerified,
        Many<Post> posts) {}

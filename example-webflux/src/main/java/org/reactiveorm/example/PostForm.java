package org.reactiveorm.example;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a client says about a new post. */
record PostForm(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 100_000) String body) {

    /** Whose post it is, is still to be said. */
    NewPostSteps.WithoutUser toNewPost() {
        return NewPost.title(title).body(body);
    }
}

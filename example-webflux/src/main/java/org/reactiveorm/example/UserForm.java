package org.reactiveorm.example;

import static org.reactiveorm.example.User_.USER;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.UpdateSpec;

/** What a client says about a new user, who may come with posts. A change of a user obeys the same constraints. */
record UserForm(
        @NotBlank @Size(max = 50) String username,
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Min(0) @Max(150) Integer age,
        @Nullable Boolean isVerified,
        @Nullable List<@NotNull @Valid PostForm> posts) {

    NewUser toNewUser() {
        NewUser user = NewUser.username(username).email(email).age(age);
        if (isVerified != null) {
            user = user.isVerified(isVerified);
        }
        if (posts != null) {
            user = user.posts(posts.stream().map(PostForm::toNewPost).toList());
        }
        return user;
    }

    /** All that a client may say about a user; posts are changed where they are. */
    UpdateSpec<User> in(UpdateSpec<User> update) {
        if (posts != null) {
            throw new InvalidFields(Map.of("posts", "are not part of a change"));
        }
        return update.set(
                USER.username.to(username),
                USER.email.to(email),
                USER.age.to(age),
                USER.isVerified.to(isVerified != null && isVerified));
    }
}

package app;

import java.time.Instant;
import java.util.Collection;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Nested;

/** The steps of {@link NewPost}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewPostSteps {

    private NewPostSteps() {}

    /** Has everything but the user. */
    public sealed interface WithoutUser extends Nested<Post> permits NewPost {

        /** Sets the key of {@link Post_#user}. */
        NewPost userId(long userId);

        /** Creates {@link Post_#user} together with it. */
        NewPost user(NewUser user);

        /** Creates or connects {@link Post_#user}. */
        NewPost user(Attachment<Post, User> user);

        /** Sets {@link Post_#id}. */
        NewPostSteps.WithoutUser id(long id);

        /** Sets {@link Post_#body}. */
        NewPostSteps.WithoutUser body(@Nullable String body);

        /** Sets {@link Post_#createdAt}. */
        NewPostSteps.WithoutUser createdAt(Instant createdAt);

        /** Creates {@link Post_#comments} together with it. */
        NewPostSteps.WithoutUser comments(NewCommentSteps.WithoutPost... comments);

        /** Creates {@link Post_#comments} together with it. */
        NewPostSteps.WithoutUser comments(Collection<? extends NewCommentSteps.WithoutPost> comments);

        /** Creates {@link Post_#tags} together with it. */
        NewPostSteps.WithoutUser tags(NewTag... tags);

        /** Creates {@link Post_#tags} together with it. */
        NewPostSteps.WithoutUser tags(Collection<? extends NewTag> tags);

        /** Creates or connects related rows together with it. */
        NewPostSteps.WithoutUser with(Attachment<Post, ?> attachment);
    }
}

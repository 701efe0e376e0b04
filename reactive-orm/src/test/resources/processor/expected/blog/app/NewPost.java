package app;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Post}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewPost implements New<Post>, NewPostSteps.WithoutUser {

    private final Draft<Post> draft;

    private NewPost(Draft<Post> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Post> draft() {
        return this.draft;
    }

    /** Sets {@link Post_#title}. */
    public static NewPostSteps.WithoutUser title(String title) {
        return new NewPost(Post_.POST.draft().set(Post_.POST.title, title));
    }

    @Override
    public NewPost userId(long userId) {
        return new NewPost(this.draft.set(Post_.POST.userId, userId));
    }

    @Override
    public NewPost user(NewUser user) {
        return new NewPost(this.draft.create(Post_.POST.user, user));
    }

    @Override
    public NewPost user(Attachment<Post, User> user) {
        return new NewPost(this.draft.with(Post_.POST.user, user));
    }

    @Override
    public NewPost id(long id) {
        return new NewPost(this.draft.set(Post_.POST.id, id));
    }

    @Override
    public NewPost body(@Nullable String body) {
        return new NewPost(this.draft.set(Post_.POST.body, body));
    }

    @Override
    public NewPost createdAt(Instant createdAt) {
        return new NewPost(this.draft.set(Post_.POST.createdAt, createdAt));
    }

    @Override
    public NewPost comments(NewCommentSteps.WithoutPost... comments) {
        return new NewPost(this.draft.create(Post_.POST.comments, List.of(comments)));
    }

    @Override
    public NewPost comments(Collection<? extends NewCommentSteps.WithoutPost> comments) {
        return new NewPost(this.draft.create(Post_.POST.comments, comments));
    }

    @Override
    public NewPost tags(NewTag... tags) {
        return new NewPost(this.draft.create(Post_.POST.tags, List.of(tags)));
    }

    @Override
    public NewPost tags(Collection<? extends NewTag> tags) {
        return new NewPost(this.draft.create(Post_.POST.tags, tags));
    }

    @Override
    public NewPost with(Attachment<Post, ?> attachment) {
        return new NewPost(this.draft.with(attachment));
    }
}

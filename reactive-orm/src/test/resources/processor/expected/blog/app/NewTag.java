package app;

import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Tag}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewTag implements New<Tag> {

    private final Draft<Tag> draft;

    private NewTag(Draft<Tag> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Tag> draft() {
        return this.draft;
    }

    /** Sets {@link Tag_#name}. */
    public static NewTag name(String name) {
        return new NewTag(Tag_.TAG.draft().set(Tag_.TAG.name, name));
    }

    /** Creates {@link Tag_#posts} together with it. */
    public NewTag posts(NewPost... posts) {
        return new NewTag(this.draft.create(Tag_.TAG.posts, List.of(posts)));
    }

    /** Creates {@link Tag_#posts} together with it. */
    public NewTag posts(Collection<? extends NewPost> posts) {
        return new NewTag(this.draft.create(Tag_.TAG.posts, posts));
    }

    /** Creates or connects related rows together with it. */
    public NewTag with(Attachment<Tag, ?> attachment) {
        return new NewTag(this.draft.with(attachment));
    }
}

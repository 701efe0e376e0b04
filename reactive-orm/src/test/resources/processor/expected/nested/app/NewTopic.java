package app;

import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Topic}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewTopic implements New<Topic> {

    private final Draft<Topic> draft;

    private NewTopic(Draft<Topic> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Topic> draft() {
        return this.draft;
    }

    /** Sets {@link Topic_#name}. */
    public static NewTopic name(String name) {
        return new NewTopic(Topic_.TOPIC.draft().set(Topic_.TOPIC.name, name));
    }

    /** Creates {@link Topic_#essays} together with it. */
    public NewTopic essays(NewEssay... essays) {
        return new NewTopic(this.draft.create(Topic_.TOPIC.essays, List.of(essays)));
    }

    /** Creates {@link Topic_#essays} together with it. */
    public NewTopic essays(Collection<? extends NewEssay> essays) {
        return new NewTopic(this.draft.create(Topic_.TOPIC.essays, essays));
    }

    /** Creates or connects related rows together with it. */
    public NewTopic with(Attachment<Topic, ?> attachment) {
        return new NewTopic(this.draft.with(attachment));
    }
}

package app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Essay}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewEssay implements New<Essay>, NewEssaySteps.PublishedStep, NewEssaySteps.FeeStep, NewEssaySteps.MoodStep, NewEssaySteps.CreatedAtStep, NewEssaySteps.WithoutAuthor {

    private final Draft<Essay> draft;

    private NewEssay(Draft<Essay> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Essay> draft() {
        return this.draft;
    }

    /** Sets {@link Essay_#title}. */
    public static NewEssaySteps.PublishedStep title(String title) {
        return new NewEssay(Essay_.ESSAY.draft().set(Essay_.ESSAY.title, title));
    }

    @Override
    public NewEssay published(boolean published) {
        return new NewEssay(this.draft.set(Essay_.ESSAY.published, published));
    }

    @Override
    public NewEssay fee(BigDecimal fee) {
        return new NewEssay(this.draft.set(Essay_.ESSAY.fee, fee));
    }

    @Override
    public NewEssay mood(Mood mood) {
        return new NewEssay(this.draft.set(Essay_.ESSAY.mood, mood));
    }

    @Override
    public NewEssay createdAt(Instant createdAt) {
        return new NewEssay(this.draft.set(Essay_.ESSAY.createdAt, createdAt));
    }

    @Override
    public NewEssay authorId(UUID authorId) {
        return new NewEssay(this.draft.set(Essay_.ESSAY.authorId, authorId));
    }

    @Override
    public NewEssay author(NewAuthor author) {
        return new NewEssay(this.draft.create(Essay_.ESSAY.author, author));
    }

    @Override
    public NewEssay author(Attachment<Essay, Author> author) {
        return new NewEssay(this.draft.with(Essay_.ESSAY.author, author));
    }

    @Override
    public NewEssay id(long id) {
        return new NewEssay(this.draft.set(Essay_.ESSAY.id, id));
    }

    @Override
    public NewEssay likes(@Nullable Integer likes) {
        return new NewEssay(this.draft.set(Essay_.ESSAY.likes, likes));
    }

    @Override
    public NewEssay shares(@Nullable Integer shares) {
        return new NewEssay(this.draft.set(Essay_.ESSAY.shares, shares));
    }

    @Override
    public NewEssay topics(NewTopic... topics) {
        return new NewEssay(this.draft.create(Essay_.ESSAY.topics, List.of(topics)));
    }

    @Override
    public NewEssay topics(Collection<? extends NewTopic> topics) {
        return new NewEssay(this.draft.create(Essay_.ESSAY.topics, topics));
    }

    @Override
    public NewEssay with(Attachment<Essay, ?> attachment) {
        return new NewEssay(this.draft.with(attachment));
    }
}

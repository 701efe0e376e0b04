package app;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Author}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewAuthor implements New<Author>, NewAuthorSteps.NameStep, NewAuthorSteps.HomeStep, NewAuthorSteps.TagsStep {

    private final Draft<Author> draft;

    private NewAuthor(Draft<Author> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Author> draft() {
        return this.draft;
    }

    /** Sets {@link Author_#id}. */
    public static NewAuthorSteps.NameStep id(UUID id) {
        return new NewAuthor(Author_.AUTHOR.draft().set(Author_.AUTHOR.id, id));
    }

    @Override
    public NewAuthor name(String name) {
        return new NewAuthor(this.draft.set(Author_.AUTHOR.name, name));
    }

    @Override
    public NewAuthor home(Home home) {
        return new NewAuthor(this.draft.set(Author_.AUTHOR.home.street, home == null ? null : home.street())
                .set(Author_.AUTHOR.home.city, home == null ? null : home.city()));
    }

    @Override
    public NewAuthor tags(List<String> tags) {
        return new NewAuthor(this.draft.set(Author_.AUTHOR.tags, tags));
    }

    /** Sets {@link Author_#mood}. */
    public NewAuthor mood(@Nullable Mood mood) {
        return new NewAuthor(this.draft.set(Author_.AUTHOR.mood, mood));
    }

    /** Sets {@link Author_#bossId}. */
    public NewAuthor bossId(@Nullable UUID bossId) {
        return new NewAuthor(this.draft.set(Author_.AUTHOR.bossId, bossId));
    }

    /** Creates {@link Author_#boss} together with it. */
    public NewAuthor boss(NewAuthor boss) {
        return new NewAuthor(this.draft.create(Author_.AUTHOR.boss, boss));
    }

    /** Creates {@link Author_#desk} together with it. */
    public NewAuthor desk(NewDeskSteps.WithoutOwner desk) {
        return new NewAuthor(this.draft.create(Author_.AUTHOR.desk, desk));
    }

    /** Creates {@link Author_#essays} together with it. */
    public NewAuthor essays(NewEssaySteps.WithoutAuthor... essays) {
        return new NewAuthor(this.draft.create(Author_.AUTHOR.essays, List.of(essays)));
    }

    /** Creates {@link Author_#essays} together with it. */
    public NewAuthor essays(Collection<? extends NewEssaySteps.WithoutAuthor> essays) {
        return new NewAuthor(this.draft.create(Author_.AUTHOR.essays, essays));
    }

    /** Creates or connects related rows together with it. */
    public NewAuthor with(Attachment<Author, ?> attachment) {
        return new NewAuthor(this.draft.with(attachment));
    }
}

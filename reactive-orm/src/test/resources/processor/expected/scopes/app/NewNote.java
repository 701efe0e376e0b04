package app;

import java.time.Instant;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Note}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewNote implements New<Note>, NewNoteSteps.TextStep {

    private final Draft<Note> draft;

    private NewNote(Draft<Note> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Note> draft() {
        return this.draft;
    }

    /** Sets {@link Note_#id}. */
    public static NewNoteSteps.TextStep id(long id) {
        return new NewNote(Note_.NOTE.draft().set(Note_.NOTE.id, id));
    }

    @Override
    public NewNote text(String text) {
        return new NewNote(this.draft.set(Note_.NOTE.text, text));
    }

    /** Sets {@link Note_#tenant}. */
    public NewNote tenant(String tenant) {
        return new NewNote(this.draft.set(Note_.NOTE.tenant, tenant));
    }

    /** Sets {@link Note_#deletedAt}. */
    public NewNote deletedAt(@Nullable Instant deletedAt) {
        return new NewNote(this.draft.set(Note_.NOTE.deletedAt, deletedAt));
    }
}

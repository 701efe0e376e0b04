package app;

import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Desk}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewDesk implements New<Desk>, NewDeskSteps.WithoutOwner {

    private final Draft<Desk> draft;

    private NewDesk(Draft<Desk> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Desk> draft() {
        return this.draft;
    }

    /** Sets {@link Desk_#id}. */
    public static NewDeskSteps.WithoutOwner id(int id) {
        return new NewDesk(Desk_.DESK.draft().set(Desk_.DESK.id, id));
    }

    @Override
    public NewDesk ownerId(UUID ownerId) {
        return new NewDesk(this.draft.set(Desk_.DESK.ownerId, ownerId));
    }

    @Override
    public NewDesk owner(NewAuthor owner) {
        return new NewDesk(this.draft.create(Desk_.DESK.owner, owner));
    }

    @Override
    public NewDesk owner(Attachment<Desk, Author> owner) {
        return new NewDesk(this.draft.with(Desk_.DESK.owner, owner));
    }

    @Override
    public NewDesk with(Attachment<Desk, ?> attachment) {
        return new NewDesk(this.draft.with(attachment));
    }
}

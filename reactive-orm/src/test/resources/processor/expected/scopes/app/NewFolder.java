package app;

import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Folder}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewFolder implements New<Folder> {

    private final Draft<Folder> draft;

    private NewFolder(Draft<Folder> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Folder> draft() {
        return this.draft;
    }

    /** Sets {@link Folder_#id}. */
    public static NewFolder id(long id) {
        return new NewFolder(Folder_.FOLDER.draft().set(Folder_.FOLDER.id, id));
    }

    /** Sets {@link Folder_#owner}. */
    public NewFolder owner(UUID owner) {
        return new NewFolder(this.draft.set(Folder_.FOLDER.owner, owner));
    }

    /** Sets {@link Folder_#gone}. */
    public NewFolder gone(boolean gone) {
        return new NewFolder(this.draft.set(Folder_.FOLDER.gone, gone));
    }
}

package app;

import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Nested;

/** The steps of {@link NewDesk}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewDeskSteps {

    private NewDeskSteps() {}

    /** Has everything but the owner. */
    public sealed interface WithoutOwner extends Nested<Desk> permits NewDesk {

        /** Sets the key of {@link Desk_#owner}. */
        NewDesk ownerId(UUID ownerId);

        /** Creates {@link Desk_#owner} together with it. */
        NewDesk owner(NewAuthor owner);

        /** Creates or connects {@link Desk_#owner}. */
        NewDesk owner(Attachment<Desk, Author> owner);

        /** Creates or connects related rows together with it. */
        NewDeskSteps.WithoutOwner with(Attachment<Desk, ?> attachment);
    }
}

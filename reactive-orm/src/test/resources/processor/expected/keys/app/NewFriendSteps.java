package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The steps of {@link NewFriend}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewFriendSteps {

    private NewFriendSteps() {}

    /** Waits for {@link #active}. */
    public sealed interface ActiveStep permits NewFriend {

        /** Sets {@link Friend_#active}. */
        NewFriendSteps.IsNewStep active(boolean active);
    }

    /** Waits for {@link #isNew}. */
    public sealed interface IsNewStep permits NewFriend {

        /** Sets {@link Friend_#isNew}. */
        NewFriend isNew(boolean isNew);
    }
}

package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The steps of {@link NewUser}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewUserSteps {

    private NewUserSteps() {}

    /** Waits for {@link #email}. */
    public sealed interface EmailStep permits NewUser {

        /** Sets {@link User_#email}. */
        NewUser email(String email);
    }
}

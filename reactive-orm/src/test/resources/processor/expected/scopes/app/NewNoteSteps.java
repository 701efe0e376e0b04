package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The steps of {@link NewNote}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewNoteSteps {

    private NewNoteSteps() {}

    /** Waits for {@link #text}. */
    public sealed interface TextStep permits NewNote {

        /** Sets {@link Note_#text}. */
        NewNote text(String text);
    }
}

package app;

import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The steps of {@link NewAuthor}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewAuthorSteps {

    private NewAuthorSteps() {}

    /** Waits for {@link #name}. */
    public sealed interface NameStep permits NewAuthor {

        /** Sets {@link Author_#name}. */
        NewAuthorSteps.HomeStep name(String name);
    }

    /** Waits for {@link #home}. */
    public sealed interface HomeStep permits NewAuthor {

        /** Sets the columns of {@link Author_#home}. */
        NewAuthorSteps.TagsStep home(Home home);
    }

    /** Waits for {@link #tags}. */
    public sealed interface TagsStep permits NewAuthor {

        /** Sets {@link Author_#tags}. */
        NewAuthor tags(List<String> tags);
    }
}

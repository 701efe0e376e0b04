package app;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Nested;

/** The steps of {@link NewEssay}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewEssaySteps {

    private NewEssaySteps() {}

    /** Waits for {@link #published}. */
    public sealed interface PublishedStep permits NewEssay {

        /** Sets {@link Essay_#published}. */
        NewEssaySteps.FeeStep published(boolean published);
    }

    /** Waits for {@link #fee}. */
    public sealed interface FeeStep permits NewEssay {

        /** Sets {@link Essay_#fee}. */
        NewEssaySteps.MoodStep fee(BigDecimal fee);
    }

    /** Waits for {@link #mood}. */
    public sealed interface MoodStep permits NewEssay {

        /** Sets {@link Essay_#mood}. */
        NewEssaySteps.CreatedAtStep mood(Mood mood);
    }

    /** Waits for {@link #createdAt}. */
    public sealed interface CreatedAtStep permits NewEssay {

        /** Sets {@link Essay_#createdAt}. */
        NewEssaySteps.WithoutAuthor createdAt(Instant createdAt);
    }

    /** Has everything but the author. */
    public sealed interface WithoutAuthor extends Nested<Essay> permits NewEssay {

        /** Sets the key of {@link Essay_#author}. */
        NewEssay authorId(UUID authorId);

        /** Creates {@link Essay_#author} together with it. */
        NewEssay author(NewAuthor author);

        /** Creates or connects {@link Essay_#author}. */
        NewEssay author(Attachment<Essay, Author> author);

        /** Sets {@link Essay_#id}. */
        NewEssaySteps.WithoutAuthor id(long id);

        /** Sets {@link Essay_#likes}. */
        NewEssaySteps.WithoutAuthor likes(@Nullable Integer likes);

        /** Sets {@link Essay_#shares}. */
        NewEssaySteps.WithoutAuthor shares(@Nullable Integer shares);

        /** Creates {@link Essay_#topics} together with it. */
        NewEssaySteps.WithoutAuthor topics(NewTopic... topics);

        /** Creates {@link Essay_#topics} together with it. */
        NewEssaySteps.WithoutAuthor topics(Collection<? extends NewTopic> topics);

        /** Creates or connects related rows together with it. */
        NewEssaySteps.WithoutAuthor with(Attachment<Essay, ?> attachment);
    }
}

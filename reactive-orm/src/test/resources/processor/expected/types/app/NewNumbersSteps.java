package app;

import java.math.BigInteger;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The steps of {@link NewNumbers}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
final class NewNumbersSteps {

    private NewNumbersSteps() {}

    /** Waits for {@link #s}. */
    public sealed interface SStep permits NewNumbers {

        /** Sets {@link Numbers_#s}. */
        NewNumbersSteps.LStep s(short s);
    }

    /** Waits for {@link #l}. */
    public sealed interface LStep permits NewNumbers {

        /** Sets {@link Numbers_#l}. */
        NewNumbersSteps.FStep l(long l);
    }

    /** Waits for {@link #f}. */
    public sealed interface FStep permits NewNumbers {

        /** Sets {@link Numbers_#f}. */
        NewNumbersSteps.DStep f(float f);
    }

    /** Waits for {@link #d}. */
    public sealed interface DStep permits NewNumbers {

        /** Sets {@link Numbers_#d}. */
        NewNumbersSteps.BigStep d(double d);
    }

    /** Waits for {@link #big}. */
    public sealed interface BigStep permits NewNumbers {

        /** Sets {@link Numbers_#big}. */
        NewNumbers big(BigInteger big);
    }
}

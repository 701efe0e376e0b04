package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The steps of {@link NewSKU}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewSKUSteps {

    private NewSKUSteps() {}

    /** Waits for {@link #label}. */
    public sealed interface LabelStep permits NewSKU {

        /** Sets {@link SKU_#label}. */
        NewSKU label(String label);
    }
}

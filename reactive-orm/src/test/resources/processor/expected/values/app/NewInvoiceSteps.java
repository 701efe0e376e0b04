package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;

/** The steps of {@link NewInvoice}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewInvoiceSteps {

    private NewInvoiceSteps() {}

    /** Waits for {@link #count}. */
    public sealed interface CountStep permits NewInvoice {

        /** Sets {@link Invoice_#count}. */
        NewInvoiceSteps.BuyerStep count(int count);
    }

    /** Waits for {@link #buyer}. */
    public sealed interface BuyerStep permits NewInvoice {

        /** Sets the columns of {@link Invoice_#buyer}. */
        NewInvoice buyer(Invoice.Buyer buyer);
    }
}

package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Nested;

/** The steps of {@link NewReceipt}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewReceiptSteps {

    private NewReceiptSteps() {}

    /** Has everything but the order. */
    public sealed interface WithoutOrder extends Nested<Receipt> permits NewReceipt {

        /** Sets the key of {@link Receipt_#order}. */
        NewReceipt orderId(long orderId);

        /** Creates {@link Receipt_#order} together with it. */
        NewReceipt order(NewOrder order);

        /** Creates or connects {@link Receipt_#order}. */
        NewReceipt order(Attachment<Receipt, Order> order);

        /** Creates or connects related rows together with it. */
        NewReceiptSteps.WithoutOrder with(Attachment<Receipt, ?> attachment);
    }
}

package app;

import java.util.Collection;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Nested;

/** The steps of {@link NewOrderLine}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewOrderLineSteps {

    private NewOrderLineSteps() {}

    /** Waits for {@link #article}. */
    public sealed interface ArticleStep permits NewOrderLine {

        /** Sets {@link OrderLine_#article}. */
        NewOrderLineSteps.WithoutOrder article(String article);
    }

    /** Has everything but the order. */
    public sealed interface WithoutOrder extends Nested<OrderLine> permits NewOrderLine {

        /** Sets the key of {@link OrderLine_#order}. */
        NewOrderLine orderId(long orderId);

        /** Creates {@link OrderLine_#order} together with it. */
        NewOrderLine order(NewOrder order);

        /** Creates or connects {@link OrderLine_#order}. */
        NewOrderLine order(Attachment<OrderLine, Order> order);

        /** Creates {@link OrderLine_#remarks} together with it. */
        NewOrderLineSteps.WithoutOrder remarks(NewRemarkSteps.WithoutLine... remarks);

        /** Creates {@link OrderLine_#remarks} together with it. */
        NewOrderLineSteps.WithoutOrder remarks(Collection<? extends NewRemarkSteps.WithoutLine> remarks);

        /** Creates or connects related rows together with it. */
        NewOrderLineSteps.WithoutOrder with(Attachment<OrderLine, ?> attachment);
    }
}

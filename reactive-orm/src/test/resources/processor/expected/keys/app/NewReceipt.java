package app;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Receipt}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewReceipt implements New<Receipt>, NewReceiptSteps.WithoutOrder {

    private final Draft<Receipt> draft;

    private NewReceipt(Draft<Receipt> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Receipt> draft() {
        return this.draft;
    }

    /** Sets {@link Receipt_#text}. */
    public static NewReceiptSteps.WithoutOrder text(String text) {
        return new NewReceipt(Receipt_.RECEIPT.draft().set(Receipt_.RECEIPT.text, text));
    }

    @Override
    public NewReceipt orderId(long orderId) {
        return new NewReceipt(this.draft.set(Receipt_.RECEIPT.orderId, orderId));
    }

    @Override
    public NewReceipt order(NewOrder order) {
        return new NewReceipt(this.draft.create(Receipt_.RECEIPT.order, order));
    }

    @Override
    public NewReceipt order(Attachment<Receipt, Order> order) {
        return new NewReceipt(this.draft.with(Receipt_.RECEIPT.order, order));
    }

    @Override
    public NewReceipt with(Attachment<Receipt, ?> attachment) {
        return new NewReceipt(this.draft.with(attachment));
    }
}

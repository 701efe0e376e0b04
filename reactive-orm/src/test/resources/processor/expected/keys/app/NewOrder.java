package app;

import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Order}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewOrder implements New<Order> {

    private final Draft<Order> draft;

    private NewOrder(Draft<Order> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Order> draft() {
        return this.draft;
    }

    /** A new {@link Order} without any values yet. */
    public static NewOrder create() {
        return new NewOrder(Order_.ORDER.draft());
    }

    /** Sets {@link Order_#id}. */
    public NewOrder id(long id) {
        return new NewOrder(this.draft.set(Order_.ORDER.id, id));
    }

    /** Creates {@link Order_#lines} together with it. */
    public NewOrder lines(NewOrderLineSteps.WithoutOrder... lines) {
        return new NewOrder(this.draft.create(Order_.ORDER.lines, List.of(lines)));
    }

    /** Creates {@link Order_#lines} together with it. */
    public NewOrder lines(Collection<? extends NewOrderLineSteps.WithoutOrder> lines) {
        return new NewOrder(this.draft.create(Order_.ORDER.lines, lines));
    }

    /** Creates {@link Order_#receipt} together with it. */
    public NewOrder receipt(NewReceiptSteps.WithoutOrder receipt) {
        return new NewOrder(this.draft.create(Order_.ORDER.receipt, receipt));
    }

    /** Creates or connects related rows together with it. */
    public NewOrder with(Attachment<Order, ?> attachment) {
        return new NewOrder(this.draft.with(attachment));
    }
}

package app;

import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link OrderLine}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewOrderLine implements New<OrderLine>, NewOrderLineSteps.ArticleStep, NewOrderLineSteps.WithoutOrder {

    private final Draft<OrderLine> draft;

    private NewOrderLine(Draft<OrderLine> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<OrderLine> draft() {
        return this.draft;
    }

    /** Sets {@link OrderLine_#id}. */
    public static NewOrderLineSteps.ArticleStep lineNo(int lineNo) {
        return new NewOrderLine(OrderLine_.ORDER_LINE.draft().set(OrderLine_.ORDER_LINE.id.lineNo, lineNo));
    }

    @Override
    public NewOrderLine article(String article) {
        return new NewOrderLine(this.draft.set(OrderLine_.ORDER_LINE.article, article));
    }

    @Override
    public NewOrderLine orderId(long orderId) {
        return new NewOrderLine(this.draft.set(OrderLine_.ORDER_LINE.id.orderId, orderId));
    }

    @Override
    public NewOrderLine order(NewOrder order) {
        return new NewOrderLine(this.draft.create(OrderLine_.ORDER_LINE.order, order));
    }

    @Override
    public NewOrderLine order(Attachment<OrderLine, Order> order) {
        return new NewOrderLine(this.draft.with(OrderLine_.ORDER_LINE.order, order));
    }

    @Override
    public NewOrderLine remarks(NewRemarkSteps.WithoutLine... remarks) {
        return new NewOrderLine(this.draft.create(OrderLine_.ORDER_LINE.remarks, List.of(remarks)));
    }

    @Override
    public NewOrderLine remarks(Collection<? extends NewRemarkSteps.WithoutLine> remarks) {
        return new NewOrderLine(this.draft.create(OrderLine_.ORDER_LINE.remarks, remarks));
    }

    @Override
    public NewOrderLine with(Attachment<OrderLine, ?> attachment) {
        return new NewOrderLine(this.draft.with(attachment));
    }
}

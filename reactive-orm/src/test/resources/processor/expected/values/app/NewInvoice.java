package app;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Invoice}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewInvoice implements New<Invoice>, NewInvoiceSteps.CountStep, NewInvoiceSteps.BuyerStep {

    private final Draft<Invoice> draft;

    private NewInvoice(Draft<Invoice> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Invoice> draft() {
        return this.draft;
    }

    /** Sets {@link Invoice_#net}. */
    public static NewInvoiceSteps.CountStep net(BigDecimal net) {
        return new NewInvoice(Invoice_.INVOICE.draft().set(Invoice_.INVOICE.net, net));
    }

    @Override
    public NewInvoice count(int count) {
        return new NewInvoice(this.draft.set(Invoice_.INVOICE.count, count));
    }

    @Override
    public NewInvoice buyer(Invoice.Buyer buyer) {
        return new NewInvoice(this.draft.set(Invoice_.INVOICE.buyer.name, buyer == null ? null : buyer.name()));
    }

    /** Sets {@link Invoice_#id}. */
    public NewInvoice id(String id) {
        return new NewInvoice(this.draft.set(Invoice_.INVOICE.id, id));
    }

    /** Sets {@link Invoice_#grade}. */
    public NewInvoice grade(@Nullable Integer grade) {
        return new NewInvoice(this.draft.set(Invoice_.INVOICE.grade, grade));
    }

    /** Sets {@link Invoice_#creator}. */
    public NewInvoice creator(String creator) {
        return new NewInvoice(this.draft.set(Invoice_.INVOICE.creator, creator));
    }

    /** Sets {@link Invoice_#editor}. */
    public NewInvoice editor(@Nullable UUID editor) {
        return new NewInvoice(this.draft.set(Invoice_.INVOICE.editor, editor));
    }

    /** Sets {@link Invoice_#parentId}. */
    public NewInvoice parentId(@Nullable String parentId) {
        return new NewInvoice(this.draft.set(Invoice_.INVOICE.parentId, parentId));
    }

    /** Creates {@link Invoice_#parent} together with it. */
    public NewInvoice parent(NewInvoice parent) {
        return new NewInvoice(this.draft.create(Invoice_.INVOICE.parent, parent));
    }

    /** Creates {@link Invoice_#parts} together with it. */
    public NewInvoice parts(NewInvoice... parts) {
        return new NewInvoice(this.draft.create(Invoice_.INVOICE.parts, List.of(parts)));
    }

    /** Creates {@link Invoice_#parts} together with it. */
    public NewInvoice parts(Collection<? extends NewInvoice> parts) {
        return new NewInvoice(this.draft.create(Invoice_.INVOICE.parts, parts));
    }

    /** Creates or connects related rows together with it. */
    public NewInvoice with(Attachment<Invoice, ?> attachment) {
        return new NewInvoice(this.draft.with(attachment));
    }
}

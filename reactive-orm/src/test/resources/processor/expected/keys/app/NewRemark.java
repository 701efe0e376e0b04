package app;

import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link Remark}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewRemark implements New<Remark>, NewRemarkSteps.WithoutLine {

    private final Draft<Remark> draft;

    private NewRemark(Draft<Remark> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<Remark> draft() {
        return this.draft;
    }

    /** A new {@link Remark} without any values yet. */
    public static NewRemarkSteps.WithoutLine create() {
        return new NewRemark(Remark_.REMARK.draft());
    }

    @Override
    public NewRemark line(long orderId, int lineNo) {
        return new NewRemark(this.draft.set(Remark_.REMARK.orderId, orderId).set(Remark_.REMARK.lineNo, lineNo));
    }

    @Override
    public NewRemark line(NewOrderLine line) {
        return new NewRemark(this.draft.create(Remark_.REMARK.line, line));
    }

    @Override
    public NewRemark line(Attachment<Remark, OrderLine> line) {
        return new NewRemark(this.draft.with(Remark_.REMARK.line, line));
    }

    @Override
    public NewRemark id(long id) {
        return new NewRemark(this.draft.set(Remark_.REMARK.id, id));
    }

    @Override
    public NewRemark parentId(@Nullable Long parentId) {
        return new NewRemark(this.draft.set(Remark_.REMARK.parentId, parentId));
    }

    @Override
    public NewRemark parent(NewRemark parent) {
        return new NewRemark(this.draft.create(Remark_.REMARK.parent, parent));
    }

    @Override
    public NewRemark children(NewRemark... children) {
        return new NewRemark(this.draft.create(Remark_.REMARK.children, List.of(children)));
    }

    @Override
    public NewRemark children(Collection<? extends NewRemark> children) {
        return new NewRemark(this.draft.create(Remark_.REMARK.children, children));
    }

    @Override
    public NewRemark with(Attachment<Remark, ?> attachment) {
        return new NewRemark(this.draft.with(attachment));
    }
}

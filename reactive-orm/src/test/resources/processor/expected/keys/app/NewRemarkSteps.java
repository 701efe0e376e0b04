package app;

import java.util.Collection;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Nested;

/** The steps of {@link NewRemark}. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewRemarkSteps {

    private NewRemarkSteps() {}

    /** Has everything but the line. */
    public sealed interface WithoutLine extends Nested<Remark> permits NewRemark {

        /** Sets the key of {@link Remark_#line}. */
        NewRemark line(long orderId, int lineNo);

        /** Creates {@link Remark_#line} together with it. */
        NewRemark line(NewOrderLine line);

        /** Creates or connects {@link Remark_#line}. */
        NewRemark line(Attachment<Remark, OrderLine> line);

        /** Sets {@link Remark_#id}. */
        NewRemarkSteps.WithoutLine id(long id);

        /** Sets {@link Remark_#parentId}. */
        NewRemarkSteps.WithoutLine parentId(@Nullable Long parentId);

        /** Creates {@link Remark_#parent} together with it. */
        NewRemarkSteps.WithoutLine parent(NewRemark parent);

        /** Creates {@link Remark_#children} together with it. */
        NewRemarkSteps.WithoutLine children(NewRemark... children);

        /** Creates {@link Remark_#children} together with it. */
        NewRemarkSteps.WithoutLine children(Collection<? extends NewRemark> children);

        /** Creates or connects related rows together with it. */
        NewRemarkSteps.WithoutLine with(Attachment<Remark, ?> attachment);
    }
}

package app;

import java.util.Collection;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.query.Attachment;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.New;

/** A new {@link SKU}: required columns are steps. */
@Generated("org.reactiveorm.processor.OrmProcessor")
@NullMarked
public final class NewSKU implements New<SKU>, NewSKUSteps.LabelStep {

    private final Draft<SKU> draft;

    private NewSKU(Draft<SKU> draft) {
        this.draft = draft;
    }

    @Override
    public Draft<SKU> draft() {
        return this.draft;
    }

    /** Sets {@link SKU_#code}. */
    public static NewSKUSteps.LabelStep code(String code) {
        return new NewSKU(SKU_.SKU.draft().set(SKU_.SKU.code, code));
    }

    @Override
    public NewSKU label(String label) {
        return new NewSKU(this.draft.set(SKU_.SKU.label, label));
    }

    /** Sets {@link SKU_#bundleCode}. */
    public NewSKU bundleCode(@Nullable String bundleCode) {
        return new NewSKU(this.draft.set(SKU_.SKU.bundleCode, bundleCode));
    }

    /** Creates {@link SKU_#bundle} together with it. */
    public NewSKU bundle(NewSKU bundle) {
        return new NewSKU(this.draft.create(SKU_.SKU.bundle, bundle));
    }

    /** Creates {@link SKU_#parts} together with it. */
    public NewSKU parts(NewSKU... parts) {
        return new NewSKU(this.draft.create(SKU_.SKU.parts, List.of(parts)));
    }

    /** Creates {@link SKU_#parts} together with it. */
    public NewSKU parts(Collection<? extends NewSKU> parts) {
        return new NewSKU(this.draft.create(SKU_.SKU.parts, parts));
    }

    /** Creates or connects related rows together with it. */
    public NewSKU with(Attachment<SKU, ?> attachment) {
        return new NewSKU(this.draft.with(attachment));
    }
}

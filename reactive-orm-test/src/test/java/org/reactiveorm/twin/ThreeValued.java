package org.reactiveorm.twin;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The truth of SQL. */
enum ThreeValued {
    FALSE,
    UNKNOWN,
    TRUE;

    static ThreeValued of(@Nullable Boolean truth) {
        return truth == null ? UNKNOWN : truth ? TRUE : FALSE;
    }

    ThreeValued not() {
        return values()[TRUE.ordinal() - ordinal()];
    }

    /** The least of them; of none: true. */
    static ThreeValued all(Collection<ThreeValued> parts) {
        return parts.stream().min(ThreeValued::compareTo).orElse(TRUE);
    }

    /** The greatest of them; of none: false. */
    static ThreeValued any(Collection<ThreeValued> parts) {
        return parts.stream().max(ThreeValued::compareTo).orElse(FALSE);
    }
}

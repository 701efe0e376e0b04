package org.reactiveorm.write;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.InputRow;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.error.InvalidValueException;
import org.reactiveorm.error.OrmException;
import org.reactiveorm.query.Draft;
import org.reactiveorm.query.Insert;
import org.reactiveorm.sql.InsertGraphRenderer;

/**
 * Finds the row that kept many from being sent: the first that cannot be sent alone either. So nothing has to be carried
 * along for the case that a row is wrong.
 */
final class UnsentRow {

    private static final InsertGraphRenderer RENDERER = new InsertGraphRenderer();

    private UnsentRow() {}

    /** The error about one row of several, if it is one that was found before anything was sent; else {@code error} itself. */
    static <E> Throwable named(Throwable error, Insert<E> insert, GeneratedValues generated) {
        boolean isUnsent = (error instanceof InvalidQueryException || error instanceof InvalidValueException)
                && ((OrmException) error).context().sqlState() == null;
        if (!isUnsent || insert.drafts().size() == 1) {
            return error;
        }
        for (int i = 0; i < insert.drafts().size(); i++) {
            OrmException refusal = refusal(insert, insert.drafts().get(i), generated);
            if (refusal != null) {
                return InputRow.of(i, insert.drafts().size()).blamedFor(refusal);
            }
        }
        return error;
    }

    private static <E> @Nullable OrmException refusal(Insert<E> insert, Draft<E> draft, GeneratedValues generated) {
        try {
            WritePlan<E> plan = WritePlanner.insert(insert.entity(), List.of(draft), generated);
            InsertGraphBuilder.build(plan).ifPresent(alone -> RENDERER.graph(alone.graph()));
            return null;
        } catch (InvalidQueryException | InvalidValueException refused) {
            return refused;
        }
    }
}

package org.reactiveorm.error;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of the rows that were given to a call.
 *
 * @param position its position, counted from 0
 * @param earlier the position of an earlier row that it does not go together with, or null
 * @param count how many rows were given
 */
public record InputRow(int position, @Nullable Integer earlier, int count) {

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            NotFoundException.class, (message, context, cause) -> new NotFoundException(message, context),
            InvalidQueryException.class, InvalidQueryException::new,
            InvalidValueException.class, InvalidValueException::new,
            UniqueViolationException.class, UniqueViolationException::new,
            ForeignKeyViolationException.class, ForeignKeyViolationException::new,
            NotNullViolationException.class, NotNullViolationException::new,
            CheckViolationException.class, CheckViolationException::new,
            ExclusionViolationException.class, ExclusionViolationException::new,
            DatabaseException.class, DatabaseException::new);

    /** An exception's constructor. */
    private interface Kind {
        OrmException of(String message, ErrorContext context, Throwable cause);
    }

    /** One of the rows. */
    public static InputRow of(int position, int count) {
        return new InputRow(position, null, count);
    }

    /** The message about this row: it says which one it is if there are others. */
    public String named(String message) {
        if (count <= 1) {
            return message;
        }
        return earlier == null || earlier == position
                ? String.format(Locale.ROOT, "Row %,d of %,d (counted from 0): %s", position, count, message)
                : String.format(
                        Locale.ROOT, "Rows %,d and %,d of %,d (counted from 0): %s", earlier, position, count, message);
    }

    /** The error with this row in its message and context, if it is of a kind that a row can be to blame for; else the error itself. */
    public OrmException blamedFor(OrmException error) {
        return like(error, named(String.valueOf(error.getMessage())), position);
    }

    /**
     * The error of a batch of rows, with its row's position among those of all batches.
     *
     * @param error the error
     * @param before how many rows were in the batches before
     */
    public static OrmException inBatch(OrmException error, long before) {
        Integer row = error.context().row();
        if (row == null || before == 0 || before > Integer.MAX_VALUE - row) {
            return error;
        }
        String batch = String.format(Locale.ROOT, "In the batch that begins with row %,d: ", before);
        return like(error, batch + error.getMessage(), (int) before + row);
    }

    private static OrmException like(OrmException error, String message, int row) {
        ErrorContext context = error.context().withRow(row);
        if (error instanceof StaleEntityException stale) {
            return stale.with(message, context);
        }
        Kind kind = KINDS.get(error.getClass());
        return kind == null ? error : kind.of(message, context, error.getCause() == null ? error : error.getCause());
    }
}

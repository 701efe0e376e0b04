package org.reactiveorm.sqlstate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a failed statement was about, in plain words, so that an error can name the model instead of the table. Asked only after an error. */
public interface ErrorSubject {

    /** Nothing is known. */
    static ErrorSubject unknown() {
        return UnknownSubject.INSTANCE;
    }

    /** The same, told that the row in question is of this table; the schema is null where the server did not say it. */
    ErrorSubject inTable(@Nullable String schema, String table);

    /** The entity's simple name, or null. */
    @Nullable
    String entity();

    /** The statement's text with placeholders, or null. */
    @Nullable
    String sql();

    /** The entity's properties that make up this constraint; empty when it is not one of the entity's. */
    List<String> propertiesOf(String constraint);

    /** The entity's property with this column, or the column's name when there is none. */
    String propertyOf(String column);

    /**
     * The relation behind a foreign key, or null when no model has it.
     *
     * @param table the referring table
     * @param constraint the foreign key
     * @param columns the referring columns; empty where the server did not say them
     */
    @Nullable
    Reference reference(String table, String constraint, List<String> columns);

    /** Which of the values that were sent to this table, or to any where it is null, the clue is about. */
    Culprit culprit(@Nullable String table, Clue clue);
}

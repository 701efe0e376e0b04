package org.reactiveorm.sql;

import java.nio.ByteBuffer;

/**
 * Rows that are loaded with {@code COPY … FROM STDIN}.
 *
 * @param sql the statement, which has no values
 * @param data the rows in COPY's text format, as UTF-8; not changed any more by whoever made it
 * @param input which rows of the caller these are
 */
public record Copy(Sql sql, ByteBuffer data, InputRows input) {}

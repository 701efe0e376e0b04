package org.reactiveorm.schema;

import java.util.List;
import java.util.Map;

/**
 * A table or view as the database has it.
 *
 * @param oid the number under which foreign keys refer to it
 * @param isTable whether it can have keys, defaults and NOT NULL; a view has none
 * @param columns its columns by name
 * @param keys its keys and indexes over plain columns and all rows
 * @param foreignKeys its foreign keys
 */
record LiveTable(
        long oid,
        boolean isTable,
        Map<String, LiveColumn> columns,
        List<LiveKey> keys,
        List<LiveForeignKey> foreignKeys) {}

package org.reactiveorm.processor;

/**
 * A table's name.
 *
 * @param schema the schema, empty for what the search path finds
 * @param name the table
 */
record TableDescription(String schema, String name) {

    /** The {@code Table}. */
    String code() {
        return schema.isEmpty()
                ? Library.TABLE + ".of(" + Literal.text(name) + ")"
                : "new " + Library.TABLE + "(" + Literal.text(schema) + ", " + Literal.text(name) + ")";
    }
}

package org.reactiveorm.schema;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;
import org.reactiveorm.model.Table;

/** Names as DDL writes them: always quoted, so that reserved words and mixed case need no list of exceptions. */
final class Identifier {

    /** PostgreSQL cuts what is longer, silently (chapter 4.1.1). */
    private static final int LONGEST = 63;

    private Identifier() {}

    static String quoted(String name) {
        int bytes = bytesOf(name);
        if (bytes == 0 || bytes > LONGEST || name.indexOf('\0') >= 0) {
            throw new InvalidQueryException(
                    "'%s' cannot be a name in PostgreSQL: a name has 1 to %d bytes and no U+0000, this one has %d bytes. Give the table or column another name."
                            .formatted(name, LONGEST, bytes),
                    ErrorContext.none());
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(Table table) {
        String schema = table.schema();
        return schema == null ? quoted(table.name()) : quoted(schema) + '.' + quoted(table.name());
    }

    static String list(Collection<String> names) {
        return names.stream().map(Identifier::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The name that a constraint or index gets when the model does not name it, as PostgreSQL would. */
    static String derived(Table table, List<String> columns, String suffix) {
        return fitting(table.name() + '_' + String.join("_", columns) + '_' + suffix);
    }

    /** The name itself, or when it is too long its beginning with a checksum of the whole, so that no two become equal. */
    static String fitting(String name) {
        if (bytesOf(name) <= LONGEST) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(name.getBytes(StandardCharsets.UTF_8));
        String tail = "_" + HexFormat.of().toHexDigits((int) checksum.getValue());
        String head = name;
        while (bytesOf(head) > LONGEST - tail.length()) {
            head = head.substring(0, head.offsetByCodePoints(head.length(), -1));
        }
        return head + tail;
    }

    private static int bytesOf(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}

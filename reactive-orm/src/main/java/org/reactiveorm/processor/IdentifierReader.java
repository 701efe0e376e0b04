package org.reactiveorm.processor;

import java.util.Set;

/** Checks the names that end up in the database. */
final class IdentifierReader {

    /** The columns that every table has (PostgreSQL, chapter 5.6). */
    private static final Set<String> SYSTEM_COLUMNS = Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

    private final Context context;

    IdentifierReader(Context context) {
        this.context = context;
    }

    /** The name itself, after mistakes were reported. */
    String checked(String name, Place place) {
        if (name.isBlank()) {
            report(place, "A name in the database can not be blank.");
        } else if (name.indexOf('\0') >= 0) {
            report(place, "'%s' contains U+0000, which PostgreSQL does not have.".formatted(name.replace("\0", "\\0")));
        } else if (Identifiers.length(name) > Identifiers.LONGEST) {
            report(
                    place,
                    "'%s' has %d bytes, but PostgreSQL cuts names off after %d. Give a shorter one."
                            .formatted(name, Identifiers.length(name), Identifiers.LONGEST));
        }
        return name;
    }

    /** The column's name itself, after mistakes were reported. */
    String checkedColumn(String name, Place place) {
        if (SYSTEM_COLUMNS.contains(name)) {
            report(
                    place,
                    "'%s' is a system column, which every table of PostgreSQL has. Choose another name."
                            .formatted(name));
        }
        return checked(name, place);
    }

    private void report(Place place, String message) {
        context.problems().report(Code.ORM_NAME, place, message);
    }
}

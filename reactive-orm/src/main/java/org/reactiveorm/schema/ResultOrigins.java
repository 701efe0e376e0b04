package org.reactiveorm.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads where the columns of a statement come from, out of what the server keeps of a function with the body {@code with
 * statement as (…) select * from statement}: its query as a tree of nodes. All that the outer select has are columns of the
 * inner statement, which the server has followed to the tables that they are of. The driver does not hand out what the
 * protocol says about that.
 */
final class ResultOrigins {

    private static final Pattern COLUMN = Pattern.compile(
            ":vartype (\\d+) .*? :resno (\\d+) :resname (\\S*(?:\\\\ \\S*)*) :ressortgroupref \\d+ :resorigtbl (\\d+) :resorigcol (\\d+)",
            Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("\\{TARGETENTRY ");
    private static final Pattern INNER_COLUMN =
            Pattern.compile("TARGETENTRY :expr (.*) :resno (\\d+) :resname .*", Pattern.DOTALL);
    /** The outer joins that make the column NULL where they find nothing (PostgreSQL 16 and later). */
    private static final Pattern NULLED = Pattern.compile("\\{VAR [^}]*:varnullingrels \\(b( \\d+)+\\)[^}]*}");

    /** The braces around the inner statement: the outer query, its list of queries, the statement. */
    private static final int INNER_DEPTH = 3;

    private ResultOrigins() {}

    /** The columns in their order; none if the server writes its tree in another way. */
    static List<Origin> of(String tree) {
        BitSet nulled = nulled(tree);
        String outer = tree.substring(Math.max(tree.lastIndexOf(":targetList ("), 0));
        List<Origin> origins = new ArrayList<>();
        Matcher matcher = COLUMN.matcher(outer);
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(2));
            origins.add(new Origin(
                    matcher.group(3).replaceAll("\\\\(.)", "$1"),
                    Long.parseLong(matcher.group(1)),
                    Long.parseLong(matcher.group(4)),
                    Integer.parseInt(matcher.group(5)),
                    nulled.get(number)));
        }
        return origins.size() == ENTRY.matcher(outer).results().count() ? origins : List.of();
    }

    /** The numbers of the columns that an outer join leaves NULL. */
    private static BitSet nulled(String tree) {
        BitSet nulled = new BitSet();
        for (String entry : innerEntries(tree)) {
            Matcher matcher = INNER_COLUMN.matcher(entry);
            boolean isColumn = matcher.matches();
            if (isColumn && matcher.group(2).equals("1")) {
                // what a change assigns comes before what it returns
                nulled.clear();
            }
            if (isColumn && NULLED.matcher(matcher.group(1)).matches()) {
                nulled.set(Integer.parseInt(matcher.group(2)));
            }
        }
        return nulled;
    }

    /** What the inner statement answers, one node each; braces within names are escaped. */
    private static List<String> innerEntries(String tree) {
        List<String> entries = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tree.length(); i++) {
            switch (tree.charAt(i)) {
                case '\\' -> i++;
                case '{' -> {
                    depth++;
                    start = depth == INNER_DEPTH + 1 ? i + 1 : start;
                }
                case '}' -> {
                    if (depth == INNER_DEPTH + 1 && tree.startsWith("TARGETENTRY", start)) {
                        entries.add(tree.substring(start, i));
                    }
                    depth--;
                }
                default -> {}
            }
        }
        return entries;
    }

    /**
     * A column of a result.
     *
     * @param name the name
     * @param type the number of its type
     * @param table the number of the table that it is a column of, 0 if it is computed
     * @param column the number of the column in that table
     * @param isNulled whether an outer join can make it NULL
     */
    record Origin(String name, long type, long table, int column, boolean isNulled) {}
}

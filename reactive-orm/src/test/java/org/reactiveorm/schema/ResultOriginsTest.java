package org.reactiveorm.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reactiveorm.schema.ResultOrigins.Origin;

/** Trees in the form that servers write, without the fields that nobody reads. */
class ResultOriginsTest {

    private static final String BEFORE =
            "(({QUERY :commandType 1 :cteList ({COMMONTABLEEXPR :ctename statement :ctequery {QUERY :commandType 1 :cteList <> ";
    private static final String BETWEEN =
            " :returningList <> :setOperations <>} :ctecolnames (\"id\" \"a\\ \\{b\\\\\")}) :jointree {FROMEXPR :quals <>} :targetList (";
    private static final String AFTER = ") :override 0 :returningList <> :stmt_len 0}))";

    @Test
    void postgres15FollowsColumnsToTheirTables() {
        String tree = BEFORE
                + ":rtable ({RANGETBLENTRY :rtekind 1 :subquery {QUERY :targetList ({TARGETENTRY :expr {CONST :constvalue 7 [ 0 125 ]} :resno 1 :resname x :ressortgroupref 0 :resorigtbl 9 :resorigcol 9 :resjunk false})}}) :targetList ("
                + entry("{VAR :varno 1 :varattno 1 :vartype 20 :varlevelsup 0 :location 102}", 1, "id", 16384)
                + " "
                + entry(
                        "{VAR :varno 2 :varattno 3 :vartype 1043 :varlevelsup 0 :location 108}",
                        2,
                        "a\\ \\{b\\\\",
                        16391)
                + ")" + BETWEEN
                + entry("{VAR :varno 1 :varattno 1 :vartype 20 :varlevelsup 0 :location 224}", 1, "id", 16384)
                + " "
                + entry(
                        "{VAR :varno 1 :varattno 2 :vartype 1043 :varlevelsup 0 :location 224}",
                        2,
                        "a\\ \\{b\\\\",
                        16391)
                + AFTER;
        assertThat(ResultOrigins.of(tree))
                .containsExactly(new Origin("id", 20, 16384, 1, false), new Origin("a {b\\", 1043, 16391, 2, false));
    }

    @Test
    void postgres16AlsoSaysWhatAnOuterJoinMakesNull() {
        String tree = BEFORE + ":targetList ("
                + entry("{VAR :varno 1 :vartype 20 :varnullingrels (b) :varlevelsup 0}", 1, "id", 16384)
                + " "
                + entry("{VAR :varno 2 :vartype 1043 :varnullingrels (b 3) :varlevelsup 0}", 2, "name", 16391)
                + " "
                + entry("{FUNCEXPR :args ({VAR :varno 2 :varnullingrels (b 3)})}", 3, "lower", 0)
                + ")" + BETWEEN
                + entry("{VAR :varno 1 :vartype 20 :varnullingrels (b) :varlevelsup 0}", 1, "id", 16384)
                + " "
                + entry("{VAR :varno 1 :vartype 1043 :varnullingrels (b) :varlevelsup 0}", 2, "name", 16391)
                + " "
                + entry("{VAR :varno 1 :vartype 25 :varnullingrels (b) :varlevelsup 0}", 3, "lower", 0)
                + AFTER;
        assertThat(ResultOrigins.of(tree)).extracting(Origin::isNulled).containsExactly(false, true, false);
    }

    @Test
    void whatAChangeAssignsIsNotWhatItReturns() {
        String tree = BEFORE + ":targetList ("
                + entry("{VAR :varno 2 :vartype 20 :varnullingrels (b 3)}", 1, "id", 0)
                + ") :returningList ("
                + entry("{VAR :varno 1 :vartype 20 :varnullingrels (b)}", 1, "id", 16384)
                + ")" + BETWEEN
                + entry("{VAR :varno 1 :vartype 20 :varnullingrels (b)}", 1, "id", 16384)
                + AFTER;
        assertThat(ResultOrigins.of(tree)).containsExactly(new Origin("id", 20, 16384, 1, false));
    }

    @Test
    void anotherTreeHasNoColumns() {
        assertThat(ResultOrigins.of("((QUERY))")).isEmpty();
        assertThat(ResultOrigins.of(BEFORE + BETWEEN + "{TARGETENTRY :expr {VAR :type 20} :resno 1}" + AFTER))
                .isEmpty();
    }

    private static String entry(String expression, int number, String name, int table) {
        return "{TARGETENTRY :expr %s :resno %d :resname %s :ressortgroupref 0 :resorigtbl %d :resorigcol %d :resjunk false}"
                .formatted(expression, number, name, table, number);
    }
}

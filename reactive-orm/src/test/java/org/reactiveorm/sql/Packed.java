package org.reactiveorm.sql;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

/** Takes the packing off a statement. */
final class Packed {

    private Packed() {}

    /** The statement whose rows are packed, which has these quoted columns. */
    static String packed(Sql sql, String columns) {
        List<String> names = List.of(columns.split(", "));
        String before = "with r ("
                + IntStream.range(0, names.size()).mapToObj(i -> "c" + i).collect(joining(", ")) + ") as (";
        String after = ") select "
                + IntStream.range(0, names.size())
                        .mapToObj(i -> "array_agg(coalesce(c" + i + ", null)) as " + names.get(i))
                        .collect(joining(", "))
                + " from (select r.*, (row_number() over () - 1) / $"
                + sql.parameters().size()
                + " as pack, row_number() over () as place from r order by pack, place) as r group by pack order by pack";
        assertThat(sql.text()).startsWith(before).endsWith(after);
        return sql.text().substring(before.length(), sql.text().length() - after.length());
    }
}

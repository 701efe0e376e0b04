package org.reactiveorm.execution;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactiveorm.model.ColumnType;

/** The names that a type has in DDL and in messages of the server (PostgreSQL, table 8.1). */
final class TypeNames {

    private static final Map<String, String> OF_THE_SERVER = Map.ofEntries(
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("int2", "smallint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("bool", "boolean"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("time", "time without time zone"));

    private static final Pattern PARTS = Pattern.compile("([^(\\[]*)(\\([^)]*\\))?(.*)");

    private TypeNames() {}

    /** Whether a column, or the elements of its arrays, are of the type that the server names. */
    static boolean isSame(ColumnType<?> column, String type) {
        String declared = ofServer(column.sqlType());
        return declared.equals(ofServer(type));
    }

    private static String ofServer(String type) {
        Matcher parts = PARTS.matcher(type.replace("\"", "").strip());
        String name = parts.matches() ? parts.group(1).strip().toLowerCase(Locale.ROOT) : type;
        String modifier =
                parts.matches() && parts.group(2) != null ? parts.group(2).replace(" ", "") : "";
        String local = name.substring(name.lastIndexOf('.') + 1);
        String known = OF_THE_SERVER.getOrDefault(local, local);
        boolean isOfOne = modifier.isEmpty() && (known.equals("character") || known.equals("bit"));
        return known + (isOfOne ? "(1)" : modifier);
    }
}

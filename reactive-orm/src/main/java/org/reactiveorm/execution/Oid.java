package org.reactiveorm.execution;

import java.util.Map;

/** The numbers of PostgreSQL's built-in types, which are the same in every database ({@code pg_type.dat}). */
final class Oid {

    static final int BOOL = 16;
    static final int BYTEA = 17;
    static final int CHAR = 18;
    static final int NAME = 19;
    static final int INT8 = 20;
    static final int INT2 = 21;
    static final int INT4 = 23;
    static final int TEXT = 25;
    static final int OID = 26;
    static final int JSON = 114;
    static final int FLOAT4 = 700;
    static final int FLOAT8 = 701;
    static final int UNKNOWN = 705;
    static final int BPCHAR = 1042;
    static final int VARCHAR = 1043;
    static final int DATE = 1082;
    static final int TIME = 1083;
    static final int TIMESTAMP = 1114;
    static final int TIMESTAMPTZ = 1184;
    static final int INTERVAL = 1186;
    static final int NUMERIC = 1700;
    static final int UUID = 2950;
    static final int JSONB = 3802;

    /** From here on types are made by users and extensions: enums, citext… */
    static final int FIRST_USER_TYPE = 16384;

    private static final Map<Integer, Integer> ELEMENTS = Map.ofEntries(
            Map.entry(1000, BOOL),
            Map.entry(1001, BYTEA),
            Map.entry(1002, CHAR),
            Map.entry(1003, NAME),
            Map.entry(1016, INT8),
            Map.entry(1005, INT2),
            Map.entry(1007, INT4),
            Map.entry(1009, TEXT),
            Map.entry(1028, OID),
            Map.entry(199, JSON),
            Map.entry(1021, FLOAT4),
            Map.entry(1022, FLOAT8),
            Map.entry(1014, BPCHAR),
            Map.entry(1015, VARCHAR),
            Map.entry(1182, DATE),
            Map.entry(1183, TIME),
            Map.entry(1115, TIMESTAMP),
            Map.entry(1185, TIMESTAMPTZ),
            Map.entry(1187, INTERVAL),
            Map.entry(1231, NUMERIC),
            Map.entry(2951, UUID),
            Map.entry(3807, JSONB));

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(BOOL, "boolean"),
            Map.entry(BYTEA, "bytea"),
            Map.entry(CHAR, "\"char\""),
            Map.entry(NAME, "name"),
            Map.entry(INT8, "bigint"),
            Map.entry(INT2, "smallint"),
            Map.entry(INT4, "integer"),
            Map.entry(TEXT, "text"),
            Map.entry(OID, "oid"),
            Map.entry(JSON, "json"),
            Map.entry(FLOAT4, "real"),
            Map.entry(FLOAT8, "double precision"),
            Map.entry(BPCHAR, "char"),
            Map.entry(VARCHAR, "varchar"),
            Map.entry(DATE, "date"),
            Map.entry(TIME, "time"),
            Map.entry(TIMESTAMP, "timestamp"),
            Map.entry(TIMESTAMPTZ, "timestamptz"),
            Map.entry(INTERVAL, "interval"),
            Map.entry(NUMERIC, "numeric"),
            Map.entry(UUID, "uuid"),
            Map.entry(JSONB, "jsonb"));

    private Oid() {}

    /** The type of an array's elements; text where the array is not known, as its elements come as text. */
    static int elementOf(int arrayOid) {
        return ELEMENTS.getOrDefault(arrayOid, UNKNOWN);
    }

    static boolean isArray(int oid) {
        return ELEMENTS.containsKey(oid);
    }

    static String name(int oid) {
        Integer element = ELEMENTS.get(oid);
        return element == null ? NAMES.getOrDefault(oid, "with OID " + oid) : name(element) + "[]";
    }
}

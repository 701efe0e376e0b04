package org.reactiveorm.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The same values in a column of another PostgreSQL type. Values are cast to that type without its length, because
 * {@code 'abcd'::varchar(3)} silently cuts and {@code 1.239::numeric(5,2)} silently rounds, where the assignment to the
 * column fails or rounds as PostgreSQL documents it.
 *
 * @param base how values travel
 * @param sqlType the column's type as declared
 * @param castType the type that a value is cast to
 * @param textKey when two texts are the same
 */
record DeclaredType<T>(ColumnType<T> base, String sqlType, String castType, TextKey textKey) implements ColumnType<T> {

    private static final Pattern MODIFIER = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Set<String> READ_AS_TEXT =
            Set.of("text", "varchar", "character varying", "bpchar", "citext", "name");

    /** A type as DDL has it. */
    @SuppressWarnings("unchecked") // a list of the same elements
    static <T> ColumnType<T> of(ColumnType<T> base, String sqlType) {
        if (base instanceof ListType<?> list) {
            if (!sqlType.endsWith("[]")) {
                throw new IllegalArgumentException(
                        "A List is stored as an array, but is declared as '%s'. Declare it as '%s[]', or map it with @Json."
                                .formatted(sqlType, sqlType));
            }
            return (ColumnType<T>) new ListType<>(of(list.element(), sqlType.substring(0, sqlType.length() - 2)));
        }
        String plain = MODIFIER.matcher(sqlType).replaceAll("").strip();
        String cast = switch (plain.toLowerCase(Locale.ROOT)) {
            // without a length these mean one character and one bit
            case "char", "character" -> "bpchar";
            case "bit" -> "varbit";
            default -> plain;
        };
        return new DeclaredType<>(base, sqlType, cast, TextKey.of(cast));
    }

    /** The texts of another type's values. */
    static ColumnType<String> asText(ColumnType<?> type) {
        return new DeclaredType<>(ColumnTypes.STRING, type.sqlType(), type.castType(), TextKey.EXACT);
    }

    @Override
    public Class<?> javaType() {
        return base.javaType();
    }

    @Override
    public Class<?> wireType() {
        return base.wireType();
    }

    @Override
    public Object encode(T value) {
        return base.encode(value);
    }

    @Override
    public @Nullable T read(Row row, int index) {
        return base.read(row, index);
    }

    @Override
    public boolean isKeptInUtc() {
        return base.sqlType().equals("timestamptz")
                && (castType.equalsIgnoreCase("timestamp") || castType.equalsIgnoreCase("timestamp without time zone"));
    }

    /** What is read as text has to come as text: the binary form of most types is none. */
    @Override
    public String selectedAs() {
        return base.wireType() != String.class || READ_AS_TEXT.contains(castType.toLowerCase(Locale.ROOT))
                ? base.selectedAs()
                : "::text";
    }

    @Override
    public String bound(String placeholder) {
        return isKeptInUtc() ? "(" + placeholder + " AT TIME ZONE 'UTC')" : placeholder + "::" + castType;
    }

    @Override
    public @Nullable EnumDefinition enumDefinition() {
        return base.enumDefinition();
    }

    @Override
    public ArrayEncoding<T> array() {
        ArrayEncoding<T> array = base.array();
        return isKeptInUtc()
                ? new ArrayEncoding<>("text", castType, String[]::new, value -> ArrayLiteral.text(base.encode(value)))
                : new ArrayEncoding<>(array.wireType(), castType, array.allocator(), array.encoder());
    }

    @Override
    public Object comparable(T value) {
        return value instanceof String text ? textKey.key(text) : base.comparable(value);
    }

    @Override
    public T convert(Object value) {
        return base.convert(value);
    }

    @Override
    public T parse(String text) {
        return base.parse(text);
    }

    /** When the database holds two texts equal. */
    private enum TextKey {
        EXACT,
        /** {@code citext} ignores the case (PostgreSQL, appendix F.9). */
        WITHOUT_CASE,
        /** {@code char(n)} ignores the blanks at the end (PostgreSQL, chapter 8.3). */
        WITHOUT_BLANKS;

        private static final Pattern TRAILING_BLANKS = Pattern.compile(" +$");

        static TextKey of(String type) {
            return switch (type.toLowerCase(Locale.ROOT)) {
                case "citext" -> WITHOUT_CASE;
                case "bpchar" -> WITHOUT_BLANKS;
                default -> EXACT;
            };
        }

        Object key(String text) {
            return switch (this) {
                case EXACT -> text;
                case WITHOUT_CASE -> new KeyForm.Caseless(text);
                case WITHOUT_BLANKS -> TRAILING_BLANKS.matcher(text).replaceFirst("");
            };
        }
    }
}

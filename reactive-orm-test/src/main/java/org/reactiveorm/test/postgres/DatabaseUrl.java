package org.reactiveorm.test.postgres;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An R2DBC URL in the three parts that matter here.
 *
 * @param server scheme, user, password, hosts
 * @param database the name
 * @param query the options with their question mark, or nothing
 */
record DatabaseUrl(String server, String database, String query) {

    private static final Pattern FORM =
            Pattern.compile("(r2dbcs?:(?:pool:)?(?:postgresql|postgres)://[^/?]+)(?:/([^?]*))?(\\?.*)?");
    private static final String DEFAULT_DATABASE = "postgres";

    static DatabaseUrl of(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw new IllegalStateException("%s is not of the form r2dbc:postgresql://user:password@host:5432/database"
                    .formatted(Settings.URL));
        }
        return new DatabaseUrl(parts.group(1), orElse(parts.group(2), DEFAULT_DATABASE), orElse(parts.group(3), ""));
    }

    DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(server, name, query);
    }

    ConnectionFactoryOptions options() {
        return ConnectionFactoryOptions.parse(toString());
    }

    /** Server and database without user and password. */
    String withoutSecrets() {
        return server.substring(Math.max(server.lastIndexOf('@'), server.lastIndexOf('/')) + 1) + "/" + database;
    }

    @Override
    public String toString() {
        return server + "/" + database + query;
    }

    private static String orElse(@Nullable String part, String otherwise) {
        return part == null || part.isEmpty() ? otherwise : part;
    }
}

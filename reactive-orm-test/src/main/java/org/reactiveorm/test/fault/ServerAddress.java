package org.reactiveorm.test.fault;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server of an R2DBC URL is.
 *
 * @param before the URL up to the host
 * @param host name or address
 * @param port where it listens
 * @param after the URL from the database on
 */
record ServerAddress(String before, String host, int port, String after) {

    private static final Pattern FORM =
            Pattern.compile("(r2dbcs?:[^/]+://(?:[^/?]*@)?)([^@:/?,\\[\\]]+|\\[[^]]+])(?::(\\d+))?([/?].*)?");
    private static final int POSTGRES = 5432;

    static ServerAddress of(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            // The URL is not shown: it may have a password in it.
            throw new IllegalArgumentException("A proxy stands in front of one server, whose URL is of the form"
                    + " r2dbc:postgresql://user:password@host:5432/database; this one is not.");
        }
        String port = parts.group(3);
        String after = parts.group(4);
        return new ServerAddress(
                parts.group(1),
                parts.group(2),
                port == null ? POSTGRES : Integer.parseInt(port),
                after == null ? "" : after);
    }

    String urlWith(String otherHost, int otherPort) {
        return before + otherHost + ":" + otherPort + after;
    }
}

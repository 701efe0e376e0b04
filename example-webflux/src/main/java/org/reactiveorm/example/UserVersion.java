package org.reactiveorm.example;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Who changes a user says which version he has seen: the {@code ETag} of an answer comes back as {@code If-Match}. Meanwhile changed
 * by somebody else, the user stays as he is, and the answer is 412.
 */
final class UserVersion {

    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private UserVersion() {}

    /** The user with his ETag; to a GET whose {@code If-None-Match} has it, WebFlux answers 304. */
    static ResponseEntity<User> tagged(User user) {
        return ResponseEntity.ok().eTag("\"%d\"".formatted(user.version())).body(user);
    }

    /** The version in {@code If-Match}, or null if any will do. */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch);
        if (!etag.matches()) {
            throw Precondition.failed(ifMatch);
        }
        return Long.valueOf(etag.group(1));
    }
}

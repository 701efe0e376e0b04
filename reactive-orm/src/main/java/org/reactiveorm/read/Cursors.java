package org.reactiveorm.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.reactiveorm.error.ErrorContext;
import org.reactiveorm.error.InvalidQueryException;

/**
 * Writes and reads cursors: the texts of the values that a row is ordered by, sealed together with the query they belong to
 * by HMAC-SHA-256 (RFC 2104). They are signed, not encrypted.
 */
public final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL = 12;
    private static final int NULL = -1;

    private final SecretKeySpec key;

    /** With this secret, which all instances of a service share. */
    public Cursors(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String write(String query, List<@Nullable String> values) {
        List<byte @Nullable []> texts = new ArrayList<>();
        int length = SEAL;
        for (String value : values) {
            byte[] text = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
            texts.add(text);
            length += Integer.BYTES + (text == null ? 0 : text.length);
        }
        ByteBuffer cursor = ByteBuffer.allocate(length).position(SEAL);
        for (byte[] text : texts) {
            cursor.putInt(text == null ? NULL : text.length);
            if (text != null) {
                cursor.put(text);
            }
        }
        byte[] bytes = cursor.array();
        System.arraycopy(seal(query, bytes), 0, bytes, 0, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The values of a cursor.
     *
     * @throws InvalidQueryException if it is none, was changed, or was made for another query
     */
    List<@Nullable String> read(String query, String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length < SEAL || !MessageDigest.isEqual(seal(query, bytes), Arrays.copyOf(bytes, SEAL))) {
                throw refused(null);
            }
            return values(ByteBuffer.wrap(bytes).position(SEAL));
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            throw refused(malformed);
        }
    }

    private static List<@Nullable String> values(ByteBuffer cursor) {
        List<@Nullable String> values = new ArrayList<>();
        while (cursor.hasRemaining()) {
            int length = cursor.getInt();
            if (length == NULL) {
                values.add(null);
            } else if (length < 0 || length > cursor.remaining()) {
                throw new IllegalArgumentException("A length of " + length);
            } else {
                byte[] text = new byte[length];
                cursor.get(text);
                values.add(new String(text, StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    private byte[] seal(String query, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(query.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(bytes, SEAL, bytes.length - SEAL);
            return Arrays.copyOf(mac.doFinal(), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static InvalidQueryException refused(@Nullable Exception cause) {
        return new InvalidQueryException(
                "The cursor does not belong to this query: it was changed, or comes from a query with another condition or order. Start again without a cursor.",
                ErrorContext.none(),
                cause);
    }
}

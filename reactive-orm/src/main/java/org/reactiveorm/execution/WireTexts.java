package org.reactiveorm.execution;

import java.util.HexFormat;
import java.util.UUID;

/** Texts, and what is read from bytes or text alike. */
final class WireTexts {

    private WireTexts() {}

    /** Text of the types that are text; of the others only where their binary form is known. */
    static String text(Wire wire) {
        if (!wire.isBinary()) {
            return wire.text();
        }
        return switch (wire.oid()) {
            case Oid.TEXT, Oid.VARCHAR, Oid.BPCHAR, Oid.NAME, Oid.CHAR, Oid.JSON, Oid.UNKNOWN -> wire.text();
            // a version number comes first
            case Oid.JSONB -> wire.text(1);
            case Oid.UUID -> uuid(wire).toString();
            case Oid.BOOL -> Boolean.toString(bool(wire));
            case Oid.INT2, Oid.INT4, Oid.INT8, Oid.OID -> Long.toString(WireNumbers.int64(wire));
            case Oid.NUMERIC -> WireNumbers.decimal(wire).toPlainString();
            default -> userText(wire);
        };
    }

    static byte[] bytes(Wire wire) {
        if (wire.oid() != Oid.BYTEA) {
            throw wire.no("byte[]");
        }
        if (wire.isBinary()) {
            return wire.bytes();
        }
        String text = wire.text();
        if (!text.startsWith("\\x")) {
            throw new IllegalArgumentException("the session's bytea_output has to stay 'hex'");
        }
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    static UUID uuid(Wire wire) {
        return switch (wire.oid()) {
            case Oid.UUID -> wire.isBinary() ? new UUID(wire.int64(0), wire.int64(8)) : UUID.fromString(wire.text());
            case Oid.TEXT, Oid.VARCHAR, Oid.BPCHAR -> UUID.fromString(wire.text());
            default -> throw wire.no("UUID");
        };
    }

    static boolean bool(Wire wire) {
        if (wire.oid() != Oid.BOOL) {
            throw wire.no("Boolean");
        }
        return wire.isBinary() ? wire.byteAt(0) != 0 : wire.byteAt(0) == 't';
    }

    /** Enums and citext come as text; text never holds a zero byte, and the binary form of other types mostly does. */
    private static String userText(Wire wire) {
        boolean text = wire.oid() >= Oid.FIRST_USER_TYPE;
        for (int i = 0; text && i < wire.length(); i++) {
            text = wire.byteAt(i) != 0 && (i > 0 || wire.byteAt(i) != 1);
        }
        if (!text) {
            throw new IllegalArgumentException(
                    "the column has PostgreSQL type %s, which does not come as text. Select it as …::text."
                            .formatted(Oid.name(wire.oid())));
        }
        return wire.text();
    }
}

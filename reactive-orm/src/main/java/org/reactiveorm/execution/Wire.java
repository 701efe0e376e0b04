package org.reactiveorm.execution;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * One value as the server sent it, not null: its type, its format and its bytes. Points into the driver's buffer, which
 * is good until the row is released; moves from value to value.
 */
final class Wire {

    /** How the server wrote a value. */
    enum Format {
        TEXT,
        BINARY
    }

    private int oid;
    private Format format = Format.TEXT;
    private ByteBuf buffer = Unpooled.EMPTY_BUFFER;
    private int start;
    private int length;

    /** Points at the next {@code size} bytes of {@code source}, which stays where it is. */
    Wire at(int typeOid, Format form, ByteBuf source, int size) {
        this.oid = typeOid;
        this.format = form;
        this.buffer = source;
        this.start = source.readerIndex();
        this.length = size;
        return this;
    }

    int oid() {
        return oid;
    }

    boolean isBinary() {
        return format == Format.BINARY;
    }

    Format format() {
        return format;
    }

    int length() {
        return length;
    }

    byte byteAt(int offset) {
        return buffer.getByte(start + offset);
    }

    short int16(int offset) {
        return buffer.getShort(start + offset);
    }

    int int32(int offset) {
        return buffer.getInt(start + offset);
    }

    long int64(int offset) {
        return buffer.getLong(start + offset);
    }

    /** The bytes, as UTF-8 without the first {@code skipped} ones. */
    String text(int skipped) {
        return buffer.toString(start + skipped, length - skipped, StandardCharsets.UTF_8);
    }

    String text() {
        return text(0);
    }

    byte[] bytes() {
        byte[] bytes = new byte[length];
        buffer.getBytes(start, bytes);
        return bytes;
    }

    /** The bytes from {@code offset} on as a buffer of its own that shares them. */
    ByteBuf from(int offset) {
        return buffer.slice(start + offset, length - offset);
    }

    /** The value cannot be read as {@code type}; the row adds the column. */
    IllegalArgumentException no(String type) {
        return new IllegalArgumentException(
                "the column has PostgreSQL type %s, which is not read as %s".formatted(Oid.name(oid), type));
    }
}
